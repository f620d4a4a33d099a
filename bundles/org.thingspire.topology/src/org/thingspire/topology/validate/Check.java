// SPDX-License-Identifier: EPL-2.0
package org.thingspire.topology.validate;

import org.thingspire.topology.TopologyFile;

/**
 * One kind of mistake to look for. A check must bear every topology that can be made in the editor: attributes and
 * references that are not set are reported by {@link RequiredCheck} and skipped by all others.
 */
interface Check {

    void run(TopologyFile file, Findings findings);
}
