// SPDX-License-Identifier: EPL-2.0
package org.thingspire.builder.wiring;

import java.util.List;
import java.util.stream.Stream;

import org.thingspire.wasm.CoreSignature;
import org.thingspire.wasm.CoreType;

/**
 * What goes over a link, so that its buffers are as large as this application needs and no larger.
 *
 * @param largestPayload bytes: of the values of the largest call or answer, at least 1 (a failure's reason)
 */
public record LinkTraffic(int largestPayload) {

    private static final int FAILURE = 1;

    /** @param bindings of all nodes */
    static LinkTraffic of(String link, List<Binding> bindings) {
        return new LinkTraffic(bindings.stream()
                .flatMap(binding -> binding instanceof Binding.Remote remote && remote.link().equals(link)
                        ? payloads(remote.to().signature()) : Stream.empty())
                .mapToInt(Integer::intValue).reduce(FAILURE, Math::max));
    }

    private static Stream<Integer> payloads(CoreSignature signature) {
        return Stream.of(bytes(signature.parameters()), bytes(signature.results()));
    }

    /** As the runtime's rpc/signature.c writes them. */
    private static int bytes(List<CoreType> types) {
        return types.stream().mapToInt(CoreType::bytes).sum();
    }
}
