// SPDX-License-Identifier: EPL-2.0
/**
 * Random valid modules, and the question whether compiled code does with them what an interpreter does.
 *
 * <p>{@link org.thingspire.spec.random.ModuleGenerator} makes a module out of {@link org.thingspire.spec.random.Choices}, a list
 * of numbers that a seed gives. {@link org.thingspire.spec.random.Interpreter} says what its functions have to return, or which
 * trap has to end them; {@link org.thingspire.spec.random.CompiledBatch} runs many modules in one program on one machine. Where
 * the two differ, {@link org.thingspire.spec.random.Shrinker} looks for a shorter list of numbers that still makes them differ.
 *
 * <p>Some modules import their memory, a table or globals: {@link org.thingspire.spec.random.ModuleImports}. The program owns these then.
 *
 * <p>There are two families of them, see {@link org.thingspire.spec.random.Subject}: Endive's interpreter has no vectors, so modules
 * with vectors come from a generator of their own and are compared with wabt's.
 *
 * <p>{@link org.thingspire.spec.random.RandomModulesTest} says how to run more of them.
 */
package org.thingspire.spec.random;
