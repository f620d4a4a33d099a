// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.llvm;

import static org.bytedeco.llvm.global.LLVM.*;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMAttributeRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.thingspire.aot.api.CompilerFailure;

/** The functions and data that become one object file. Close it before its context. */
public final class IrModule implements AutoCloseable {

    private final LlvmContext context;
    private final LLVMModuleRef module;

    public IrModule(LlvmContext context, String name) {
        this.context = context;
        this.module = LLVMModuleCreateWithNameInContext(name, context.ref());
    }

    @Override
    public void close() {
        LLVMDisposeModule(module);
    }

    public LlvmContext context() {
        return context;
    }

    public LLVMModuleRef ref() {
        return module;
    }

    /** A function that is visible to the linker; undefined until it gets a body. */
    public LLVMValueRef addFunction(String name, LLVMTypeRef type) {
        LLVMValueRef function = LLVMAddFunction(module, name, type);
        addAttribute(function, context.attribute("nounwind"));
        return function;
    }

    /** Whether something of that name exists already. */
    public boolean has(String name) {
        LLVMValueRef function = LLVMGetNamedFunction(module, name);
        LLVMValueRef global = LLVMGetNamedGlobal(module, name);
        LLVMValueRef alias = LLVMGetNamedGlobalAlias(module, name, name.getBytes(StandardCharsets.UTF_8).length);
        return LlvmRefs.isSet(function) || LlvmRefs.isSet(global) || LlvmRefs.isSet(alias);
    }

    public void addAttribute(LLVMValueRef function, LLVMAttributeRef attribute) {
        LLVMAddAttributeAtIndex(function, LLVMAttributeFunctionIndex, attribute);
    }

    /** Lists the functions with a body. */
    public List<LLVMValueRef> definitions() {
        return LlvmRefs.definitions(module);
    }

    /** Lists those that are to be more than translated as they are. LLVM's passes heed that themselves. */
    public List<LLVMValueRef> optimizable() {
        return definitions().stream().filter(function -> !LlvmRefs.isSet(
                LLVMGetEnumAttributeAtIndex(function, LLVMAttributeFunctionIndex, context.attributeKind("optnone")))).toList();
    }

    /** Another linker-visible name for a function or variable. */
    public void addAlias(String name, LLVMTypeRef type, LLVMValueRef value) {
        LLVMAddAlias2(module, type, 0, value, name);
    }

    /** A variable with an initial value, in a section of its own so that the linker can drop or place it. */
    public LLVMValueRef addVariable(String name, String section, LLVMValueRef initial) {
        LLVMValueRef variable = LLVMAddGlobal(module, LLVMTypeOf(initial), name);
        LLVMSetInitializer(variable, initial);
        LLVMSetSection(variable, section);
        return variable;
    }

    /** A constant whose value another object gives. */
    public LLVMValueRef addForeignConstant(String name, LLVMTypeRef type) {
        LLVMValueRef constant = LLVMAddGlobal(module, type, name);
        LLVMSetGlobalConstant(constant, 1);
        return constant;
    }

    /** A variable that somebody else defines. */
    public LLVMValueRef addForeign(String name, LLVMTypeRef type) {
        return LLVMAddGlobal(module, type, name);
    }

    /** Keeps a variable of which only the linker knows, as one entry of a table; invisible by its name. At most one in a module. */
    public void setRetained(LLVMValueRef variable) {
        setLocal(variable);
        LLVMValueRef used;
        try (PointerPointer<LLVMValueRef> elements = LlvmContext.array(List.of(variable))) {
            used = LLVMConstArray2(context.pointer, elements, 1);
        }
        LLVMValueRef list = LLVMAddGlobal(module, LLVMTypeOf(used), "llvm.used");
        LLVMSetInitializer(list, used);
        LLVMSetLinkage(list, LLVMAppendingLinkage);
        LLVMSetSection(list, "llvm.metadata");
    }

    /** Any number of objects may define it; the linker keeps one, so that its address is the same for all of them. */
    public LLVMValueRef addShared(String name, String section, LLVMValueRef initial) {
        LLVMValueRef variable = addVariable(name, section, initial);
        LLVMSetGlobalConstant(variable, 1);
        LLVMSetLinkage(variable, LLVMWeakODRLinkage);
        LLVMSetVisibility(variable, LLVMHiddenVisibility);
        return variable;
    }

    public void setConstant(LLVMValueRef variable) {
        LLVMSetGlobalConstant(variable, 1);
    }

    public void setAlignment(LLVMValueRef variable, int bytes) {
        LLVMSetAlignment(variable, bytes);
    }

    public void setSection(LLVMValueRef function, String section) {
        LLVMSetSection(function, section);
    }

    /** Makes a function or variable invisible to the linker. */
    public void setLocal(LLVMValueRef value) {
        LLVMSetLinkage(value, LLVMInternalLinkage);
    }

    void addFlag(int behavior, String name, long value) {
        LLVMValueRef constant = context.constant(context.i32, value);
        LLVMAddModuleFlag(module, behavior, name, name.length(), LLVMValueAsMetadata(constant));
    }

    /** LLVM code that breaks its own rules may crash the process later, so this comes before anything else. */
    public void verify() throws CompilerFailure {
        BytePointer message = new BytePointer((Pointer) null);
        boolean broken = LLVMVerifyModule(module, LLVMReturnStatusAction, message) != 0;
        String reason = message.isNull() ? "" : message.getString();
        LLVMDisposeMessage(message);
        if (broken) {
            throw new CompilerFailure("the compiler made wrong code: " + reason.strip());
        }
    }

    /** The module as text, for whoever debugs the compiler. */
    @Override
    public String toString() {
        BytePointer text = LLVMPrintModuleToString(module);
        String result = text.getString();
        LLVMDisposeMessage(text);
        return result;
    }
}
