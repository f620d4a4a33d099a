// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.console;

import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** One result for machines: an object on a line. */
public final class JsonLine {

    private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private JsonLine() {
    }

    public static String of(Map<String, ?> fields) {
        return JSON.toJson(fields);
    }
}
