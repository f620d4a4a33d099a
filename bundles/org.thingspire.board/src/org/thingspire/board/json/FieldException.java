// SPDX-License-Identifier: EPL-2.0
package org.thingspire.board.json;

/** Something is wrong with a field of a JSON file; the message is one sentence without the full stop. */
public final class FieldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FieldException(String message) {
        super(message);
    }
}
