#!/usr/bin/env python3
"""Writes random programs with what PyTorch computes for them.

    /usr/bin/python3 tests/Reference/programs.py          # into tests/Reference/programs.gz

A program has leaves, whose numbers follow from `cotangent`, and 5 to 60 steps `[operation, operands, parameters]`; an
operand is the place of a leaf or of an earlier step's result. What no step uses is an output. Written are the outputs
and the gradients of sum <output, cotangent> by all leaves. The C# tests run the same steps.

A step is drawn again if its result is large, or a kink is near; a program, if its float32 form differs by more than
1e-4: what is compared in float64 to 1e-10 must not be lost by conditioning. A program's number is its seed.
"""
import pathlib
import random

import torch

from program_steps import STEPS
from stored import Writer, cotangent

COUNT = 1200
LARGEST = 60  # elements of a tensor
SHAPES = [[], [1], [3], [4], [2, 3], [3, 2], [3, 4], [4, 1], [1, 3], [2, 2, 3], [2, 1, 4], [3, 3]]


def run(steps, leaves):
    """The leaves' and the steps' results."""
    values = list(leaves)
    for name, operands, parameters in steps:
        values.append(STEPS[name].apply([values[place] for place in operands], parameters))
    return values


def outputs_of(steps, values, leaves):
    used = {place for _, operands, _ in steps for place in operands}
    return [values[place] for place in range(len(leaves), len(values)) if place not in used]


def differentiate(steps, leaves):
    outputs = outputs_of(steps, run(steps, leaves), leaves)
    seeds = [cotangent(output.shape, 7 + i).to(output.dtype) for i, output in enumerate(outputs)]
    found = torch.autograd.grad(outputs, leaves, seeds, allow_unused=True)
    return outputs, [torch.zeros_like(leaf) if grad is None else grad for leaf, grad in zip(leaves, found)]


def leaves_of(shapes, dtype):
    return [cotangent(shape, i).to(dtype).requires_grad_() for i, shape in enumerate(shapes)]


def draw(choice):
    """A program: the shapes of its leaves, and its steps."""
    shapes = [choice.choice(SHAPES) for _ in range(choice.randint(1, 4))]
    values = leaves_of(shapes, torch.float64)
    steps, count = [], choice.randint(5, 60)
    while len(steps) < count:
        name = choice.choice(list(STEPS))
        step = STEPS[name]
        # Later results are likelier, so that programs are deep as well as wide.
        places = [max(choice.randrange(len(values)), choice.randrange(len(values))) for _ in range(step.arity)]
        operands = [values[place] for place in places]
        parameters = step.choose(choice, operands)
        if parameters is None:
            continue
        value = step.apply(operands, parameters)
        if value.numel() in range(1, LARGEST + 1) and value.dim() <= 4 and value.detach().abs().max() < 6:
            steps.append([name, places, parameters])
            values.append(value)
    return shapes, steps


def is_well_conditioned(shapes, steps, outputs, gradients):
    narrow = differentiate(steps, leaves_of(shapes, torch.float32))
    for exact, rough in zip(outputs + gradients, narrow[0] + narrow[1]):
        if not ((exact - rough.double()).abs().max() <= 1e-4 * (1 + exact.abs().max())):
            return False
    return all(gradient.abs().max() < 1e4 for gradient in gradients)


def main():
    torch.set_num_threads(1)
    torch._C._set_mkldnn_enabled(False)  # which refuses some strides
    writer, programs, number, length = Writer(), [], 0, 0
    while len(programs) < COUNT:
        number += 1
        shapes, steps = draw(random.Random(number))
        outputs, gradients = differentiate(steps, leaves_of(shapes, torch.float64))
        if not any(gradient.any() for gradient in gradients) or not is_well_conditioned(shapes, steps, outputs, gradients):
            continue
        length += len(steps)
        programs.append({
            "seed": number, "leaves": shapes, "steps": steps,
            "outputs": [writer.tensor(output) for output in outputs],
            "gradients": [writer.tensor(gradient) for gradient in gradients],
        })
    path = pathlib.Path(__file__).parent / "programs.gz"
    size = writer.save(path, {"programs": programs})
    print(f"{COUNT} of {number} programs, {length / COUNT:.1f} steps on average, {len(STEPS)} operations, {size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
