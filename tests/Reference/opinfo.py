#!/usr/bin/env python3
"""Writes PyTorch's own samples of its operations, with what PyTorch computes for them.

    /usr/bin/python3 tests/Reference/opinfo.py            # all families, into tests/Reference/samples/
    /usr/bin/python3 tests/Reference/opinfo.py linalg     # one family

It walks the OpInfo database of PyTorch 1.13 (Debian: python3-torch, python3-numpy, python3-scipy), which PyTorch tests
itself with, at float64. For each sample it writes inputs, arguments, value, the gradients of <y, c> by the inputs, and
the gradients of sum_i <g_i, c_i> by them (second order). The cotangents c come from a formula (`cotangent`) that the C#
tests know too. Random numbers start from a seed per operation: two runs write the same bytes.

Inputs are rounded to float32 first, so that the same samples serve both real dtypes; for each sample there is also the
error that PyTorch itself makes in float32. Samples that are left out are counted, with the reason.

`stored.py` describes the files.
"""
import copy
import json
import math
import os
import pathlib
import random
import sys
import types
import unittest
import warnings
import zlib
from collections import Counter

import numpy as np

# The test library imports it for tests of its own only.
sys.modules["expecttest"] = types.ModuleType("expecttest")
sys.modules["expecttest"].ACCEPT = False
sys.modules["expecttest"].TestCase = unittest.TestCase

import torch  # noqa: E402
from torch.testing._internal import common_methods_invocations as invocations  # noqa: E402

from opinfo_names import FAMILIES, REASONS, UNROUNDED  # noqa: E402
from stored import LeftOut, Writer, cotangent  # noqa: E402

FOLDER = pathlib.Path(__file__).parent / "samples"
LARGEST = 600  # elements in all inputs of a sample
LARGEST_OF_FEW = 12000  # the same where an operation has only large ones
MOST = 64  # samples of one operation; of more, an even choice
MOST_WHOLE = 12  # of them in int64 and in bool


def walk(tree, on_leaf):
    """The tree of arguments with every leaf replaced."""
    if isinstance(tree, (list, tuple)) and not isinstance(tree, torch.Size):
        return [walk(item, on_leaf) for item in tree]
    if isinstance(tree, dict):
        return {key: walk(item, on_leaf) for key, item in tree.items()}
    return on_leaf(tree)


def tensors_of(tree):
    found = []
    walk(tree, lambda leaf: found.append(leaf) if isinstance(leaf, torch.Tensor) else None)
    return found


class SampleWriter(Writer):
    """Writes samples; knows the arguments of the one at hand."""

    def __init__(self):
        super().__init__()
        self.written = {}  # the tensors among the arguments, by identity, and their place

    def argument(self, leaf):
        """A leaf of the arguments as JSON."""
        if isinstance(leaf, torch.Tensor):
            if id(leaf) in self.written:
                return {"same": self.written[id(leaf)]}
            self.written[id(leaf)] = len(self.written)
            return {"tensor": self.tensor(leaf, leaf.requires_grad, is_input=True)}
        if leaf is None or isinstance(leaf, (bool, str)):
            return leaf
        if isinstance(leaf, (int, np.integer)):
            return int(leaf)
        if isinstance(leaf, (float, np.floating)):
            return float(leaf) if math.isfinite(leaf) else {"number": str(float(leaf))}
        if isinstance(leaf, torch.Size):
            return list(leaf)
        if isinstance(leaf, slice):
            return {"slice": [leaf.start, leaf.stop, leaf.step]}
        if leaf is Ellipsis:
            return {"ellipsis": True}
        if isinstance(leaf, torch.dtype):
            return {"dtype": str(leaf)[6:]}
        if isinstance(leaf, torch.memory_format):
            return str(leaf)[6:]
        if isinstance(leaf, complex):
            raise LeftOut("complex")
        raise LeftOut(f"argument of type {type(leaf).__name__}")


def leaves_of(tree, dtype, rounded):
    """Fresh contiguous tensors in the dtype, with the same tensor in two places staying the same tensor."""
    fresh = {}

    def leaf(item):
        if not isinstance(item, torch.Tensor):
            return copy.deepcopy(item)
        if item.layout != torch.strided:
            raise LeftOut("sparse")
        if item.is_complex():
            raise LeftOut("complex")
        if id(item) not in fresh:
            values = item.detach().clone(memory_format=torch.contiguous_format)
            if values.dtype == torch.float64:
                values = (values.float().double() if rounded else values).to(dtype)
            fresh[id(item)] = values.requires_grad_(item.requires_grad)
        return fresh[id(item)]

    return walk(tree, leaf)


def outputs_of(result):
    found = tensors_of(list(result) if isinstance(result, tuple) else [result])
    for output in found:
        if output.layout != torch.strided:
            raise LeftOut("sparse")
        if output.is_complex():
            raise LeftOut("complex")
    if not found:
        raise LeftOut("no tensor comes out")
    return [output.resolve_conj() for output in found]


def gradients(outputs, seeds, inputs, create_graph):
    """The gradients of sum <output, cotangent>, zeros where there is none; null if no output has a graph."""
    pairs = [(output, cotangent(output.shape, seed).to(output.dtype))
             for output, seed in zip(outputs, seeds) if output.requires_grad]
    if not pairs or not inputs:
        return None
    try:
        found = torch.autograd.grad([pair[0] for pair in pairs], inputs, [pair[1] for pair in pairs],
                                    create_graph=create_graph, allow_unused=True)
    except NotImplementedError:
        return None  # PyTorch has no derivative by one of them
    # PyTorch knows zeros without memory, whose numbers nobody may read.
    return [torch.zeros(item.shape, dtype=item.dtype) if grad is None or torch._is_zerotensor(grad) else grad
            for item, grad in zip(inputs, found)]


def evaluate(op, sample, tree, second):
    """Outputs, gradients and second gradients; the latter two null where PyTorch has none."""
    input, args, kwargs = tree["input"], tree["args"], tree["kwargs"]
    wrapper = WRAPPERS.get(op.gradcheck_wrapper.__name__)
    args = [tuple(arg) if isinstance(arg, list) and op.name == "__getitem__" else arg for arg in args]
    call = op.gradcheck_wrapper if wrapper else lambda function, *rest, **named: function(*rest, **named)
    result = sample.output_process_fn_grad(call(op.get_op(), input, *args, **kwargs))
    outputs = outputs_of(result)
    inputs = [tensor for tensor in unique(tensors_of(tree)) if tensor.requires_grad]
    first = gradients(outputs, range(7, 7 + len(outputs)), inputs, create_graph=second)
    then = None
    if first is not None and second:
        then = gradients(first, range(57, 57 + len(first)), inputs, create_graph=False)
        then = then or [torch.zeros_like(item) for item in inputs]
    return outputs, first, then


WRAPPERS = {
    "gradcheck_wrapper_hermitian_input": "hermitian",
    "gradcheck_wrapper_triangular_input": "triangular",
    "gradcheck_wrapper_triangular_input_real_positive_diagonal": "triangular",
}


def unique(tensors):
    return list({id(tensor): tensor for tensor in tensors}.values())


def error32(exact, narrow):
    """PyTorch's float32 error on the scale of the tests; null where float32 has no number or another."""
    worst = 0.0
    for wide, tensor in zip(exact or [], narrow or []):
        wide, tensor = wide.detach(), tensor.detach()
        if not wide.is_floating_point():
            if not torch.equal(wide, tensor):
                return None
            continue
        tensor, finite = tensor.double(), wide.isfinite()
        same = torch.where(finite, tensor.isfinite(), (wide == tensor) | (wide.isnan() & tensor.isnan()))
        if not same.all():
            return None
        if finite.any():
            scale = 1 + wide[finite].abs().max()
            worst = max(worst, ((wide - tensor)[finite].abs().max() / scale).item())
    # What could not widen the bound of the tests is no news; of the rest a power of two is enough.
    return 2.0 ** math.ceil(math.log2(worst)) if worst > 2.5e-6 else 0.0


def record(writer, op, sample, rounded):
    tree = {"input": sample.input, "args": list(sample.args), "kwargs": sample.kwargs}
    tree = leaves_of(tree, torch.float64, rounded)
    second = op.supports_gradgrad
    outputs, first, then = evaluate(op, sample, leaves_of(tree, torch.float64, False), second)
    if sum(tensor.numel() for tensor in outputs) > LARGEST_OF_FEW:
        raise LeftOut(f"more than {LARGEST_OF_FEW} elements come out")

    entry = {"errors": [None, None, None]}
    if not op.supports_autograd or first is None:
        first = then = None
    try:
        narrow = evaluate(op, sample, leaves_of(tree, torch.float32, False), second) if rounded else (None,) * 3
        if rounded:
            entry["errors"] = [error32(*pair) for pair in zip((outputs, first, then), narrow)]
            expected = [torch.float32 if output.dtype == torch.float64 else output.dtype for output in outputs]
            if [output.dtype for output in narrow[0]] != expected:
                entry["dtypes32"] = [str(output.dtype)[6:] for output in narrow[0]]
    except RuntimeError:
        pass  # an operation that PyTorch has not in float32 with these arguments

    start = len(writer.numbers)
    writer.written.clear()
    try:
        entry["arguments"] = [walk(tree["input"], writer.argument)] + walk(tree["args"], writer.argument)
        entry["keywords"] = walk(tree["kwargs"], writer.argument)
        entry["value"] = [writer.tensor(output) for output in outputs]
        entry["gradients"] = first and [writer.tensor(grad) for grad in first]
        entry["second"] = then and [writer.tensor(grad) for grad in then]
    except LeftOut:
        del writer.numbers[start:]
        raise
    wrapper = WRAPPERS.get(op.gradcheck_wrapper.__name__)
    if wrapper:
        entry["wrapper"] = wrapper
    process = sample.output_process_fn_grad.__name__
    if process != "<lambda>":
        entry["process"] = process
    return entry, start


def samples_of(op):
    """PyTorch's samples, where it has more for its reference tests those, and some in int64 and bool."""
    if torch.float64 in op.dtypes:
        options = {"requires_grad": op.supports_autograd}
        samples = until_error(lambda: op.sample_inputs("cpu", torch.float64, **options))
        if op.reference_inputs_func is not None:
            samples += until_error(lambda: op.reference_inputs("cpu", torch.float64, **options))
        yield from evenly(samples, MOST)
    for dtype in (torch.int64, torch.bool):
        if dtype in op.dtypes:
            yield from evenly(until_error(lambda: op.sample_inputs("cpu", dtype)), MOST_WHOLE)


def until_error(generate):
    """The samples up to the one that their generator fails to make, as some do for derivatives of whole numbers."""
    made = []
    try:
        made.extend(generate())
    except (RuntimeError, ValueError):
        pass
    return made


def evenly(samples, most):
    """The samples, or null in the place of one not taken: of the small ones at most so many are, evenly."""
    sizes = [sum(tensor.numel() for tensor in tensors_of([sample.input, list(sample.args), sample.kwargs]))
             for sample in samples]
    small = [index for index, size in enumerate(sizes) if size <= LARGEST]
    small = small or [index for index, size in enumerate(sizes) if size <= LARGEST_OF_FEW]
    taken = {small[k * len(small) // most] for k in range(most)} if len(small) > most else set(small)
    for index, sample in enumerate(samples):
        if index in taken:
            yield sample, None
        else:
            yield None, "more of the same kind" if index in small else f"more than {LARGEST} elements"


def seed(name):
    number = zlib.crc32(name.encode())
    torch.manual_seed(number)
    random.seed(number)
    np.random.seed(number)


def walk_operation(writer, written, op, name):
    seed(name)
    rows, seen, reasons = [], set(), Counter()
    rounded = name not in UNROUNDED
    try:
        for sample, refusal in samples_of(op):
            state = torch.get_rng_state()
            try:
                if refusal:
                    raise LeftOut(refusal)
                if name in REASONS and (reason := REASONS[name](sample)):
                    raise LeftOut(reason)
                entry, start = record(writer, op, sample, rounded)
                key = (json.dumps(entry, sort_keys=True), bytes(writer.numbers[start:]))
                if key in seen:
                    del writer.numbers[start:]
                    raise LeftOut("the same as another")
                seen.add(key)
                rows.append(entry)
            except LeftOut as reason:
                reasons[str(reason)] += 1
            except (RuntimeError, NotImplementedError, IndexError, TypeError, ValueError) as error:
                reasons["PyTorch raises: " + str(error).split("\n")[0][:60]] += 1
            torch.set_rng_state(state)
    except Exception as error:  # a generator of samples that needs what is not there
        reasons["PyTorch has no samples: " + str(error).split("\n")[0][:60]] += 1
    written.append({"name": name, "samples": rows, "leftOut": dict(sorted(reasons.items()))})
    return len(rows), reasons


def main(families):
    warnings.simplefilter("ignore")
    torch.set_num_threads(1)
    operations = {op.name + (f".{op.variant_test_name}" if op.variant_test_name else ""): op
                  for op in invocations.op_db}
    total, names, size = 0, 0, 0
    for family in families:
        writer = SampleWriter()
        operations_here = []
        for name in FAMILIES[family]:
            count, reasons = walk_operation(writer, operations_here, operations[name], name)
            total, names = total + count, names + 1
            print(f"{name}: {count}", "; ".join(f"{value} {key}" for key, value in reasons.items()))
        size += writer.save(FOLDER / f"{family}.gz", {"operations": operations_here})
    print(f"{names} operations, {total} samples, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    if os.environ.get("PYTHONHASHSEED") != "0":  # some generators of samples go through a set of texts
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    main(sys.argv[1:] or FAMILIES)
