#!/usr/bin/env python3
"""Computes the reference numbers of the operation table with PyTorch (Debian: python3-torch).

    python3 tests/Reference/generate.py [family …]

Each family of operations has its rows in rows/<family>.py and its numbers in rows/<family>.json. A row is a name, an
expression in PyTorch and its operands. For each the value y, the gradients of <y, c> with a fixed cotangent c, and the
gradients of <gradients, c'> (second order) are written, all in float64. The tables of the C# tests state the same
expressions in NotebookGrad.
"""
import importlib
import json
import math
import pathlib
import sys

import torch

from operands import numbers

torch.set_default_dtype(torch.float64)
ROWS = pathlib.Path(__file__).parent / "rows"


def number(value):
    """A float as JSON has it; NaN and the infinities as strings, under the names that .NET gives them."""
    return value if math.isfinite(value) else "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def flat(tensor):
    return [number(float(value)) for value in tensor.detach().reshape(-1)]


def gradients(output, operands, create_graph):
    if not output.requires_grad:
        return [torch.zeros_like(operand) for operand in operands]
    found = torch.autograd.grad(output, operands, create_graph=create_graph, allow_unused=True)
    return [torch.zeros_like(operand) if grad is None else grad for operand, grad in zip(operands, found)]


def record(name, function, operands):
    operands = [operand.clone().requires_grad_() for operand in operands]
    value = function(*operands)
    first = gradients((value * numbers(tuple(value.shape), 7)).sum(), operands, create_graph=True)
    total = sum((grad * numbers(tuple(grad.shape), 8 + i)).sum() for i, grad in enumerate(first))
    second = gradients(total, operands, create_graph=False)
    return {
        "name": name,
        "operands": [{"shape": list(operand.shape), "values": flat(operand)} for operand in operands],
        "shape": list(value.shape),
        "value": flat(value),
        "cotangent": flat(numbers(tuple(value.shape), 7)),
        "gradients": [flat(grad) for grad in first],
        "secondCotangents": [flat(numbers(tuple(grad.shape), 8 + i)) for i, grad in enumerate(first)],
        "secondGradients": [flat(grad) for grad in second],
    }


def write(family):
    cases = importlib.import_module(f"rows.{family}").CASES
    rows = ",\n".join(json.dumps(record(*case)) for case in cases)
    text = f'{{"source": "PyTorch {torch.__version__}, float64", "cases": [\n{rows}\n]}}\n'
    (ROWS / f"{family}.json").write_text(text)


if __name__ == "__main__":
    for family in sys.argv[1:] or sorted(path.stem for path in ROWS.glob("*.py")):
        write(family)
