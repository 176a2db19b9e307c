#!/usr/bin/env python3
"""Works out with PyTorch what Explore shows, and writes what its tests compare with.

    python3 tests/Reference/explorations.py

explorations.json holds values and derivatives of activation functions at some inputs; a small network's weights and
data; its losses in steps with growing learning rates; and its loss on a grid along two directions, each scaled by
filters (Li et al., 2018). All in float64.
"""
import json
import pathlib

import torch
import torch.nn.functional as F

from operands import numbers

torch.set_default_dtype(torch.float64)

INPUTS = [-6.0, -3.0, -1.0, -0.75, -0.5, 0.0, 0.25, 1.0, 1.41, 2.4, 4.5, 6.0]
ACTIVATIONS = {
    "sigmoid": torch.sigmoid, "tanh": torch.tanh, "ReLU": F.relu, "leaky ReLU": F.leaky_relu, "GELU": F.gelu,
    "SiLU": F.silu,
}


def activation(function):
    x = torch.tensor(INPUTS, requires_grad=True)
    y = function(x)
    y.sum().backward()
    return {"values": y.tolist(), "derivatives": x.grad.tolist()}


SHAPES = [(5, 3), (5,), (2, 5), (2,)]
START = [numbers(shape, i + 1, -0.8, 0.8) for i, shape in enumerate(SHAPES)]
DATA, TARGETS = numbers((8, 3), 7), numbers((8, 2), 9)
DIRECTIONS = [[numbers(shape, 20 * way + i, -1, 1) for i, shape in enumerate(SHAPES)] for way in (1, 2)]


def loss_of(w):
    return F.mse_loss(F.linear(F.linear(DATA, w[0], w[1]).tanh(), w[2], w[3]), TARGETS)


def range_test(make, start, end, steps):
    parameters = [tensor.clone().requires_grad_() for tensor in START]
    optimizer = make(parameters)
    losses = []
    for step in range(steps):
        optimizer.param_groups[0]["lr"] = start * (end / start) ** (step / (steps - 1))
        optimizer.zero_grad()
        loss = loss_of(parameters)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def by_filters(direction):
    """Each filter as long as that of the weights; what is no matrix stays where it is."""
    return [d * w.norm(dim=1, keepdim=True) / d.norm(dim=1, keepdim=True) if w.dim() > 1 else torch.zeros_like(w)
            for d, w in zip(direction, START)]


def surface(first, second, places):
    return [[loss_of([w + x * a + y * b for w, a, b in zip(START, first, second)]).item() for x in places]
            for y in places]


if __name__ == "__main__":
    content = {
        "source": f"PyTorch {torch.__version__}, float64",
        "inputs": INPUTS,
        "activations": {name: activation(function) for name, function in ACTIVATIONS.items()},
        "weights": [tensor.tolist() for tensor in START],
        "data": DATA.tolist(),
        "targets": TARGETS.tolist(),
        "ranges": {
            "sgd": range_test(lambda p: torch.optim.SGD(p, lr=1, momentum=0.9), 1e-4, 0.5, 30),
            "adam": range_test(lambda p: torch.optim.Adam(p, lr=1), 1e-5, 0.3, 25),
        },
        "directions": [[tensor.tolist() for tensor in direction] for direction in DIRECTIONS],
        "surface": surface(*DIRECTIONS, [-1, -0.5, 0, 0.5, 1]),
        "scaledSurface": surface(*map(by_filters, DIRECTIONS), [-1, -0.5, 0, 0.5, 1]),
    }
    path = pathlib.Path(__file__).parent / "explorations.json"
    path.write_text(json.dumps(content, indent=1) + "\n")
