// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.dwarf;

/**
 * Reads attribute values (DWARF 5, 7.5.6) in the 32-bit format, which is the only one that exists for WebAssembly.
 * Values come as {@link Long} or {@link String}; blocks, which nobody here needs, as {@code null}.
 */
final class Forms {

    private static final int OFFSET_BYTES = 4;

    private Forms() {
    }

    static Object read(int form, DwarfBuffer in, int addressBytes, DebugSections sections) {
        return switch (form) {
            case 0x01 -> in.unsigned(addressBytes);                                  // addr
            case 0x03 -> skip(in, in.u16());                                         // block2
            case 0x04 -> skip(in, in.u32());                                         // block4
            case 0x09, 0x18 -> skip(in, in.uleb());                                  // block, exprloc
            case 0x0a -> skip(in, in.u8());                                          // block1
            case 0x1e -> skip(in, 16);                                               // data16
            case 0x0b, 0x0c, 0x11, 0x25, 0x29 -> in.unsigned(1);                     // data1, flag, ref1, strx1, addrx1
            case 0x05, 0x12, 0x26, 0x2a -> in.unsigned(2);                           // data2, ref2, strx2, addrx2
            case 0x27, 0x2b -> in.unsigned(3);                                       // strx3, addrx3
            case 0x06, 0x13, 0x1c, 0x28, 0x2c -> in.unsigned(4);                     // data4, ref4, ref_sup4, strx4, addrx4
            case 0x07, 0x14, 0x20, 0x24 -> in.unsigned(8);                           // data8, ref8, ref_sig8, ref_sup8
            case 0x0d -> in.sleb();                                                  // sdata
            case 0x0f, 0x15, 0x1a, 0x1b, 0x22, 0x23 -> in.uleb();                    // udata, ref_udata, strx, addrx, loclistx, rnglistx
            case 0x10, 0x17, 0x1d -> in.unsigned(OFFSET_BYTES);                      // ref_addr, sec_offset, strp_sup
            case 0x08 -> in.string();                                                // string
            case 0x0e -> sections.string(".debug_str", in.unsigned(OFFSET_BYTES));   // strp
            case 0x1f -> sections.string(".debug_line_str", in.unsigned(OFFSET_BYTES)); // line_strp
            case 0x16 -> read((int) in.uleb(), in, addressBytes, sections);          // indirect
            case 0x19 -> 1L;                                                         // flag_present
            default -> throw new IllegalArgumentException("form 0x" + Integer.toHexString(form));
        };
    }

    private static Object skip(DwarfBuffer in, long bytes) {
        in.skip(bytes);
        return null;
    }
}
