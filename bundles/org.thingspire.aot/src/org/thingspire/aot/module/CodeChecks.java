// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.module;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.thingspire.aot.api.InvalidModuleException;

import run.endive.wasm.Encoding;
import run.endive.wasm.types.AnnotatedInstruction;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/** The part of {@link ModuleChecks} that looks at one function's instructions and their bytes. */
final class CodeChecks {

    private static final int LAST_ONE_BYTE_ALIGNMENT = 0x3f;
    private static final int LAST_WITHOUT_PREFIX = 0xff;
    private static final int MORE_BYTES_FOLLOW = 0x80;

    private final byte[] bytes;
    private final List<AnnotatedInstruction> body;
    private final int tables;
    private final String place;

    /**
     * @param tables how many there are, the imported ones included
     * @param place  of the body, for messages
     */
    CodeChecks(byte[] bytes, List<AnnotatedInstruction> body, int tables, String place) {
        this.bytes = bytes;
        this.body = body;
        this.tables = tables;
        this.place = place;
    }

    void run() throws InvalidModuleException {
        checkNesting();
        for (int i = 0; i < body.size(); i++) {
            Instruction instruction = body.get(i);
            checkPrefix(instruction);
            checkMemoryIndex(instruction);
            checkTargets(instruction);
            checkTable(instruction);
            if (isLaneAccess(instruction.opcode())) {
                // The body's end is no such instruction, so there is a next one.
                checkLane(instruction, body.get(i + 1).address());
            }
        }
    }

    /** Every block has its end, and the function's own end is the last instruction. */
    private void checkNesting() throws InvalidModuleException {
        int open = 1;
        for (Instruction instruction : body) {
            check(open != 0, "operators remaining after end of function", instruction);
            switch (instruction.opcode()) {
                case BLOCK, LOOP, IF, TRY_TABLE -> open++;
                case END -> open--;
                default -> {}
            }
        }
        check(open == 0, "END opcode expected", body.getLast());
    }

    /** Endive takes a count above 2^31 for none. */
    private void checkTargets(Instruction instruction) throws InvalidModuleException {
        if (instruction.opcode() == OpCode.BR_TABLE) {
            long count = Encoding.readVarUInt32(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(instruction.address() + 1));
            check(count == instruction.operandCount() - 1, "length out of bounds", instruction);
        }
    }

    /** The other instructions need the table's type, which Endive looks up. */
    private void checkTable(Instruction instruction) throws InvalidModuleException {
        check(instruction.opcode() != OpCode.TABLE_SIZE || Long.compareUnsigned(instruction.operand(0), tables) < 0, "unknown table",
                instruction);
    }

    /** Endive adds what follows a prefix to it, so that a large number leads to the instructions of the next prefix. */
    private void checkPrefix(Instruction instruction) throws InvalidModuleException {
        int opcode = instruction.opcode().opcode();
        int first = opcode > LAST_WITHOUT_PREFIX ? opcode >> Byte.SIZE : opcode;
        check((bytes[instruction.address()] & 0xff) == first, "illegal opcode", instruction);
    }

    /** With one memory, what names the memory in an instruction is a plain zero byte or absent. */
    private void checkMemoryIndex(Instruction instruction) throws InvalidModuleException {
        switch (instruction.opcode()) {
            case MEMORY_SIZE, MEMORY_GROW -> check(bytes[instruction.address() + 1] == 0, "zero byte expected", instruction);
            default -> check(!isLoadOrStore(instruction.opcode()) || alignmentField(instruction) <= LAST_ONE_BYTE_ALIGNMENT,
                    "malformed memop flags", instruction);
        }
    }

    private static boolean isLoadOrStore(OpCode opcode) {
        return isBetween(opcode, OpCode.I32_LOAD, OpCode.I64_STORE32) || isBetween(opcode, OpCode.V128_LOAD, OpCode.V128_STORE)
                || isBetween(opcode, OpCode.V128_LOAD8_LANE, OpCode.V128_LOAD64_ZERO);
    }

    private static boolean isBetween(OpCode opcode, OpCode first, OpCode last) {
        return opcode.opcode() >= first.opcode() && opcode.opcode() <= last.opcode();
    }

    private long alignmentField(Instruction instruction) {
        ByteBuffer code = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(instruction.address() + 1);
        if (instruction.opcode().opcode() > LAST_WITHOUT_PREFIX) {
            Encoding.readVarUInt32(code);
        }
        return Encoding.readVarUInt32(code);
    }

    private static boolean isLaneAccess(OpCode opcode) {
        return isBetween(opcode, OpCode.V128_LOAD8_LANE, OpCode.V128_STORE64_LANE);
    }

    /** The lane's number is the instruction's last byte; Endive would take several. What comes before has no following byte either. */
    private void checkLane(Instruction instruction, int next) throws InvalidModuleException {
        check((bytes[next - 2] & MORE_BYTES_FOLLOW) == 0, "invalid lane index", instruction);
    }

    private void check(boolean holds, String rule, Instruction instruction) throws InvalidModuleException {
        if (!holds) {
            throw new InvalidModuleException(instruction.address(), rule, place);
        }
    }
}
