// SPDX-License-Identifier: EPL-2.0
package org.thingspire.cli.command;

import org.thingspire.aot.api.Optimization;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What stands behind {@code -O}. */
final class OptimizationLevel implements ITypeConverter<Optimization> {

    @Override
    public Optimization convert(String level) {
        return switch (level) {
            case "0" -> Optimization.O0;
            case "1" -> Optimization.O1;
            case "2" -> Optimization.O2;
            case "3" -> Optimization.O3;
            case "s" -> Optimization.Os;
            default -> throw new TypeConversionException("there is no optimization level -O" + level + "; use -O0, -O1, -O2, -O3 or -Os");
        };
    }
}
