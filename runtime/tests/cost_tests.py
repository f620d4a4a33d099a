# SPDX-License-Identifier: EPL-2.0
"""What the runtime takes of a chip, and of its time."""

import subprocess


def limits(setup):
    """What the runtime alone takes on a device."""
    output = subprocess.run([str("arm-none-eabi-size"), "-A", str(setup.image("mps2-an385", "empty"))], check=True, capture_output=True,
                            text=True).stdout
    sizes = {line.split()[0]: int(line.split()[1]) for line in output.splitlines() if line.startswith(".")}
    flash = sizes[".text"] + sizes[".rodata"] + sizes.get(".data", 0)
    ram = sizes.get(".data", 0) + sizes[".bss"]
    print(f"    flash {flash} bytes, RAM {ram} bytes beside {sizes['.stacks'] + sizes['.handler_stack']} of stacks")
    assert flash <= 16 * 1024 and ram <= 4 * 1024


def gate_cost(setup):
    """Instructions of a call through a gate to an empty function: QEMU gives each 16 ns of the node's time."""
    node = setup.node("mps2-an385", "gate_cost", options=["-icount", "shift=4"])
    node.expect(["^gate: "])
    node.stop()
    instructions = int(node.lines[-1].split()[1]) // 16
    print(f"    {instructions} instructions")
    assert instructions < 100
