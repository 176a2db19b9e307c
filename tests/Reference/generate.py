#!/usr/bin/env python3
"""Computes the reference numbers of the operation table with PyTorch (Debian: python3-torch).

    python3 tests/Reference/generate.py > tests/Reference/operations.json

A case is a name, an expression in PyTorch and its operands. For each the value y, the gradients of <y, c> with a fixed
cotangent c, and the gradients of <gradients, c'> (second order) are written, all in float64. The table of the C# tests
states the same expressions in NotebookGrad.
"""
import json
import sys

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def numbers(shape, seed, low=-2.0, high=2.0):
    """Numbers that look random, are far from ties, and are the same on every machine: a golden-ratio sequence."""
    count = 1
    for length in shape:
        count *= length
    values = [round(low + (high - low) * ((0.6180339887498949 * (i + 1) + 0.37 * seed) % 1.0), 6) for i in range(count)]
    return torch.tensor(values).reshape(shape)


def positive(shape, seed):
    return numbers(shape, seed, 0.2, 3.0)


def zeros_between(shape, seed):
    """Every third number is exactly zero: the place where conventions show."""
    values = numbers(shape, seed).reshape(-1)
    values[::3] = 0
    return values.reshape(shape)


INDEX = torch.tensor([[0, 2, 2], [1, 0, 3]])
LABELS = torch.tensor([2, 0, 1, 2])
ROWS = torch.tensor([2, 0, 2, 1])

CASES = [
    # Pointwise, one operand.
    ("neg", lambda x: -x, [numbers((2, 3), 1)]),
    ("abs", lambda x: x.abs(), [numbers((2, 3), 2)]),
    ("abs at zero", lambda x: x.abs(), [zeros_between((7,), 3)]),
    ("sign", lambda x: x.sign() * x, [zeros_between((7,), 4)]),
    ("exp", lambda x: x.exp(), [numbers((2, 3), 5)]),
    ("log", lambda x: x.log(), [positive((2, 3), 6)]),
    ("sqrt", lambda x: x.sqrt(), [positive((2, 3), 7)]),
    ("tanh", lambda x: x.tanh(), [numbers((2, 3), 8)]),
    ("tanh scalar", lambda x: x.tanh(), [numbers((), 9)]),
    ("tanh transposed", lambda x: x.t().tanh(), [numbers((3, 4), 10)]),
    ("sigmoid", lambda x: x.sigmoid(), [numbers((2, 3), 11)]),
    ("sin", lambda x: x.sin(), [numbers((5,), 12)]),
    ("cos", lambda x: x.cos(), [numbers((5,), 13)]),
    ("relu", lambda x: x.relu() * x, [numbers((3, 3), 14)]),
    ("relu at zero", lambda x: x.relu(), [zeros_between((7,), 15)]),
    ("pow 2", lambda x: x ** 2, [numbers((2, 3), 16)]),
    ("pow 3", lambda x: x ** 3, [numbers((2, 3), 17)]),
    ("pow 0.5", lambda x: x ** 0.5, [positive((4,), 18)]),
    ("pow -1", lambda x: x ** -1, [positive((4,), 19)]),
    ("pow 1", lambda x: x ** 1, [numbers((4,), 20)]),
    ("pow 0", lambda x: x ** 0 + x, [zeros_between((4,), 21)]),
    # Pointwise, two operands.
    ("add", lambda a, b: a + b, [numbers((2, 3), 22), numbers((2, 3), 23)]),
    ("add number", lambda a: 2 + a + 0.5, [numbers((2, 3), 24)]),
    ("add broadcast", lambda a, b: a + b, [numbers((4, 1, 3), 25), numbers((2, 1), 26)]),
    ("sub", lambda a, b: a - b, [numbers((2, 3), 27), numbers((3,), 28)]),
    ("sub from number", lambda a: 1 - a, [numbers((), 29)]),
    ("mul", lambda a, b: a * b, [numbers((2, 3), 30), numbers((2, 3), 31)]),
    ("mul broadcast", lambda a, b: a * b, [numbers((3, 1), 32), numbers((1, 4), 33)]),
    ("mul scalar tensor", lambda a, b: a * b, [numbers((3, 2), 34), numbers((), 35)]),
    ("mul itself", lambda a: a * a, [numbers((3,), 36)]),
    ("mul transposed", lambda a, b: a.t() * b, [numbers((2, 3), 37), numbers((3, 2), 38)]),
    ("div", lambda a, b: a / b, [numbers((2, 3), 39), positive((2, 3), 40)]),
    ("div broadcast", lambda a, b: a / b, [numbers((2, 3), 41), positive((2, 1), 42)]),
    ("div number", lambda a: a / 4 + 2 / a, [positive((3,), 43)]),
    # Shapes.
    ("reshape", lambda x: x.reshape(2, -1) * 3, [numbers((3, 4), 44)]),
    ("reshape transposed", lambda x: x.t().reshape(6, 2) ** 2, [numbers((3, 4), 45)]),
    ("transpose", lambda x: x.transpose(0, 2) ** 2, [numbers((2, 3, 4), 46)]),
    ("expand", lambda x: x.expand(4, 3, 2) ** 2, [numbers((3, 1), 47)]),
    ("clone", lambda x: x.clone() * x, [numbers((3,), 48)]),
    ("index", lambda x: x[0, 1:3] ** 2, [numbers((2, 4), 49)]),
    ("index last", lambda x: x[-1] * x[:, None, 0], [numbers((3, 3), 50)]),
    ("index tail", lambda x: x[1:, :-2].exp(), [numbers((3, 5), 51)]),
    ("gather", lambda x: x.gather(1, INDEX) ** 2, [numbers((2, 4), 52)]),
    ("gather rows", lambda x: x.gather(0, INDEX) ** 2, [numbers((4, 3), 53)]),
    ("index_select", lambda x: x.index_select(0, ROWS) ** 2, [numbers((3, 2), 54)]),
    ("cast", lambda x: x.to(torch.float32).to(torch.float64) ** 2, [torch.tensor([0.5, -1.25, 3.0])]),
    ("to device", lambda x: x.to("cpu") ** 2, [numbers((2, 2), 96)]),
    # Reductions.
    ("sum", lambda x: x.sum() ** 2, [numbers((2, 3), 55)]),
    ("sum dim", lambda x: x.sum(1) ** 2, [numbers((2, 3, 2), 56)]),
    ("sum keepdim", lambda x: x.sum(0, keepdim=True) * x, [numbers((2, 3), 57)]),
    ("sum dims", lambda x: x.sum((0, 2)) ** 2, [numbers((2, 3, 4), 58)]),
    ("sum of none", lambda x: x.sum(0), [numbers((0, 3), 59)]),
    ("sum transposed", lambda x: x.t().sum(0) ** 2, [numbers((3, 4), 60)]),
    ("mean", lambda x: x.mean() ** 2, [numbers((2, 5), 61)]),
    ("mean keepdim", lambda x: x.mean(0, keepdim=True) * x, [numbers((4, 3), 62)]),
    ("mean last", lambda x: x.mean(-1) ** 2, [numbers((2, 3), 63)]),
    ("softmax", lambda x: x.softmax(1), [numbers((2, 4), 64)]),
    ("softmax dim 0", lambda x: x.softmax(0), [numbers((3, 2), 65)]),
    ("softmax large", lambda x: (x * 500).softmax(0), [numbers((4,), 66)]),
    ("log_softmax", lambda x: x.log_softmax(1), [numbers((2, 4), 67)]),
    ("log_softmax middle", lambda x: x.log_softmax(1), [numbers((2, 3, 2), 68)]),
    # Contractions.
    ("matmul", lambda a, b: a @ b, [numbers((2, 3), 69), numbers((3, 4), 70)]),
    ("matmul vector", lambda a, b: a @ b, [numbers((2, 3), 71), numbers((3,), 72)]),
    ("matmul row", lambda a, b: a @ b, [numbers((3,), 73), numbers((3, 2), 74)]),
    ("matmul dot", lambda a, b: a @ b, [numbers((3,), 75), numbers((3,), 76)]),
    ("matmul batched", lambda a, b: a @ b, [numbers((2, 1, 3, 2), 77), numbers((4, 2, 3), 78)]),
    ("matmul batch by vector", lambda a, b: a @ b, [numbers((2, 3, 4), 79), numbers((4,), 80)]),
    ("matmul vector by batch", lambda a, b: a @ b, [numbers((3,), 81), numbers((2, 3, 4), 82)]),
    ("matmul transposed", lambda a, b: a.t() @ b.t(), [numbers((3, 2), 83), numbers((4, 3), 84)]),
    ("matmul of none", lambda a, b: a @ b, [numbers((2, 0), 85), numbers((0, 3), 86)]),
    # Losses.
    ("mse_loss", lambda p, t: F.mse_loss(p, t), [numbers((4, 2), 87), numbers((4, 2), 88)]),
    ("cross_entropy", lambda x: F.cross_entropy(x, LABELS), [numbers((4, 3), 89)]),
    ("cross_entropy of one row", lambda x: F.cross_entropy(x, LABELS[0]), [numbers((3,), 97)]),
    # Compositions.
    ("mlp", lambda x, w, b, v: F.mse_loss((x @ w + b).tanh() @ v, torch.ones(4, 1)),
     [numbers((4, 3), 90), numbers((3, 5), 91), numbers((5,), 92), numbers((5, 1), 93)]),
    ("negative log likelihood", lambda w, x: -(w @ x).softmax(0).log()[1], [numbers((3, 2), 94), numbers((2,), 95)]),
]


def flat(tensor):
    return [float(value) for value in tensor.detach().reshape(-1)]


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


if __name__ == "__main__":
    rows = ",\n".join(json.dumps(record(*case)) for case in CASES)
    sys.stdout.write(f'{{"source": "PyTorch {torch.__version__}, float64", "cases": [\n{rows}\n]}}\n')
