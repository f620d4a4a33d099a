// SPDX-License-Identifier: EPL-2.0
package org.thingspire.wit;

/** Files in which each rule of WIT's grammar is used. */
final class EveryFeature {

    static final String MAIN = """
            // a comment
            package house:climate@1.2.3-rc.1+build.7;

            use power:grid/meter@2.0.0 as mains;

            /// Types that
            /// others use.
            @since(version = 1.0.0)
            interface types {
                type celsius = f32;
                type %record = tuple<u8, s8, u16, s16, u32, s32, u64, s64, f32, f64, bool, char, string,>;
                @since(version = 1.0.0)
                @deprecated(version = 1.1.0)
                record reading { value: celsius, when: u64, }
                variant state { off, heating(celsius), failed(string), }
                enum level { low, HIGH, very-high }
                flags doors { front, back, }
                resource valve {
                    constructor(number: u32);
                    /** How far
                     *  it is open. */
                    position: func() -> u8;
                    turn: async func(to: u8) -> result<_, string>;
                    count: static func() -> u32;
                }
                resource token;
            }

            /* a /* nested */ comment */
            interface control {
                use types.{reading, state as mode, valve};
                use mains.{volt};
                use power:grid/meter@2.0.0.{volt as v};
                history: func(since: u64) -> list<reading>;
                last: func() -> option<reading>;
                set: func(mode: mode, with-valve: borrow<valve>) -> result<reading, string>;
                give: func(valve: own<valve>, other: valve);
                try: func() -> result;
                ok: func() -> result<u8>;
                key: func() -> list<u8, 16>;
                names: func() -> map<string, u32>;
                watch: func() -> stream<reading>;
                done: func() -> future;
                later: func() -> future<u8>;
                voltage: func(a: volt, b: v);
                @unstable(feature = fancy)
                @external-id("Fancy")
                fancy: func();
            }

            world base {
                import control;
                import log: func(text: string);
            }

            world app {
                include base with { log as print }
                include base;
                use types.{level};
                type speed = u8;
                import power:grid/meter@2.0.0;
                import store: interface {
                    use types.{reading};
                    put: func(what: reading);
                }
                import second: control;
                export run: func(at: speed) -> level;
                export control;
            }
            """;

    static final String DEPENDENCY = """
            package power:grid@2.0.0;
            interface meter { type volt = f64; }
            package power:other { interface more { use power:grid/meter@2.0.0.{volt}; take: func(v: volt); } }
            """;

    private EveryFeature() {
    }

    static WitProject in(WitProject project) {
        return project.with(WitProject.FILE, MAIN).with("wit/deps/power/grid.wit", DEPENDENCY);
    }
}
