// SPDX-License-Identifier: EPL-2.0
package org.thingspire.aot.optimize.range;

import java.util.function.BiFunction;

import org.thingspire.aot.optimize.flow.FlowGraph.Node;
import org.thingspire.aot.optimize.flow.Range;

/**
 * The ranges of some values; of all others nothing is known. Immutable, so that the states of thousands of blocks share what they have in
 * common: what is done with two states takes as many steps as they differ in, however large they are.
 *
 * <p>A big-endian Patricia tree over the nodes' ids (Okasaki, Gill: Fast Mergeable Integer Maps, 1998). The same ranges always make the
 * same tree.
 */
final class Facts {

    static final Facts NONE = new Facts(null);

    private final Tree root;

    private sealed interface Tree permits Leaf, Branch {
    }

    private record Leaf(Node node, Range range) implements Tree {
    }

    /**
     * @param prefix what the ids in it have in common above {@code bit}
     * @param bit    the highest in which they differ
     */
    private record Branch(int prefix, int bit, Tree zero, Tree one) implements Tree {

        boolean holds(int id) {
            return (id & -(bit << 1)) == prefix;
        }
    }

    private Facts(Tree root) {
        this.root = root;
    }

    private static Facts of(Tree root) {
        return root == null ? NONE : new Facts(root);
    }

    /** {@link Range#ALL} if nothing is known. */
    Range of(Node node) {
        Tree tree = root;
        while (tree instanceof Branch branch) {
            tree = (node.id & branch.bit) == 0 ? branch.zero : branch.one;
        }
        return tree instanceof Leaf leaf && leaf.node == node ? leaf.range : Range.ALL;
    }

    Facts with(Node node, Range range) {
        return range.isAll() ? without(node) : of(put(root, new Leaf(node, range)));
    }

    Facts without(Node node) {
        return of(node).isAll() ? this : of(remove(root, node.id));
    }

    /**
     * With other ranges in the place of those that another state does not have, too.
     *
     * @param change gives the range for a value and the range that it has here
     */
    Facts changedWhereNotAsIn(Facts other, BiFunction<Node, Range, Range> change) {
        Tree changed = change(root, other.root, change);
        return changed == root ? this : of(changed);
    }

    /** The other state if it says the same, else this one with what the two have in common kept once. */
    Facts sharedWith(Facts other) {
        Tree shared = share(other.root, root);
        return shared == other.root ? other : of(shared);
    }

    private static int id(Tree tree) {
        return tree instanceof Leaf leaf ? leaf.node.id : ((Branch) tree).prefix;
    }

    private static Tree put(Tree tree, Leaf leaf) {
        int id = leaf.node.id;
        return switch (tree) {
            case null -> leaf;
            case Leaf other -> other.node == leaf.node ? leaf : join(other, leaf);
            case Branch branch when !branch.holds(id) -> join(branch, leaf);
            case Branch branch -> (id & branch.bit) == 0 ? branch(branch, put(branch.zero, leaf), branch.one)
                    : branch(branch, branch.zero, put(branch.one, leaf));
        };
    }

    /** Of two trees without common ids. */
    private static Tree join(Tree left, Tree right) {
        int bit = Integer.highestOneBit(id(left) ^ id(right));
        int prefix = id(left) & -(bit << 1);
        return (id(left) & bit) == 0 ? new Branch(prefix, bit, left, right) : new Branch(prefix, bit, right, left);
    }

    private static Tree remove(Tree tree, int id) {
        return !(tree instanceof Branch branch) ? null : (id & branch.bit) == 0 ? branch(branch, remove(branch.zero, id), branch.one)
                : branch(branch, branch.zero, remove(branch.one, id));
    }

    /** With these halves, of which one may be empty. */
    private static Tree branch(Branch before, Tree zero, Tree one) {
        return zero == before.zero && one == before.one ? before : zero == null ? one : one == null ? zero
                : new Branch(before.prefix, before.bit, zero, one);
    }

    private static Tree change(Tree tree, Tree other, BiFunction<Node, Range, Range> change) {
        if (tree == null || tree == other) {
            return tree;
        }
        if (tree instanceof Leaf leaf) {
            Range range = change.apply(leaf.node, leaf.range);
            return range.isAll() ? null : range.equals(leaf.range) ? leaf : new Leaf(leaf.node, range);
        }
        Branch branch = (Branch) tree;
        return branch(branch, change(branch.zero, part(other, branch, 0), change), change(branch.one, part(other, branch, branch.bit), change));
    }

    /** What there may be in a tree of one half of a branch. */
    private static Tree part(Tree tree, Branch branch, int half) {
        Tree part = tree;
        // With fewer bits in common than the branch has.
        while (part instanceof Branch larger && Integer.compareUnsigned(larger.bit, branch.bit) > 0) {
            part = !larger.holds(branch.prefix) ? null : (branch.prefix & larger.bit) == 0 ? larger.zero : larger.one;
        }
        if (part == null || !branch.holds(id(part))) {
            return null;
        }
        if (part instanceof Branch same && same.bit == branch.bit) {
            return half == 0 ? same.zero : same.one;
        }
        return (id(part) & branch.bit) == half ? part : null;
    }

    private static Tree share(Tree old, Tree now) {
        if (old == now || old == null || now == null) {
            return now;
        }
        if (now instanceof Branch branch) {
            Tree zero = share(part(old, branch, 0), branch.zero);
            Tree one = share(part(old, branch, branch.bit), branch.one);
            return old instanceof Branch was && zero == was.zero && one == was.one ? old : branch(branch, zero, one);
        }
        return now.equals(old) ? old : now;
    }
}
