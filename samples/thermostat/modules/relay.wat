;; SPDX-License-Identifier: EPL-2.0
;; Switches the heating, and counts how often: a relay lives for a limited number of switchings.
(module
  (import "thingspire:host/output" "set" (func $output_set (param $channel i32) (param $value i32)))

  (global $heating i32 (i32.const 0)) ;; the output's channel on the board
  (global $state (mut i32) (i32.const 0))
  (global $switchings (mut i32) (i32.const 0))

  ;; 1 closes the relay, 0 opens it; what it is already changes nothing
  (func $set (export "thermostat:climate/relay#set") (param $on i32)
    (if (i32.ne (local.get $on) (global.get $state))
      (then
        (call $output_set (global.get $heating) (local.get $on))
        (global.set $state (local.get $on))
        (global.set $switchings (i32.add (global.get $switchings) (i32.const 1))))))

  (func $switchings (export "thermostat:climate/relay#switchings") (result i32)
    (global.get $switchings)))
