#!/usr/bin/env python3
"""Writes what PyTorch's clipping and averaging make of some numbers.

    python3 tests/Reference/clipping.py

In optimizers/clipping.json, in float64: three gradients, then for each norm its value and what is left of them; the
same clipped by value; and what AveragedModel has after each of six updates, where the weights are the gradients times
the square of the update's number, with equal weights and with a decay.
"""
import json
import pathlib

import torch
from torch.nn.utils import clip_grad_norm_, clip_grad_value_
from torch.optim.swa_utils import AveragedModel

from operands import numbers

torch.set_default_dtype(torch.float64)
GRADIENTS = [numbers((2, 3), 1), numbers((4,), 2), numbers((), 3)]
DECAY = 0.9


class Weights(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.all = torch.nn.ParameterList([torch.nn.Parameter(one.clone()) for one in GRADIENTS])


def flat(tensors):
    return [number for one in tensors for number in one.detach().reshape(-1).tolist()]


def clipped(clip):
    weights = Weights()
    for one, gradient in zip(weights.all, GRADIENTS):
        one.grad = gradient.clone()
    norm = clip(weights.parameters())
    return {"norm": None if norm is None else norm.item(), "gradients": flat(one.grad for one in weights.all)}


def averaged(function):
    weights = Weights()
    average = AveragedModel(weights, avg_fn=function)
    after = []
    for update in range(1, 7):
        with torch.no_grad():
            for one, gradient in zip(weights.all, GRADIENTS):
                one.copy_(gradient * update * update)
        average.update_parameters(weights)
        after.append(flat(average.parameters()))
    return after


if __name__ == "__main__":
    norms = [
        {"max": most, "p": str(p), **clipped(lambda all: clip_grad_norm_(all, most, p))}
        for most in (0.5, 100.0) for p in (1.0, 2.0, 3.5, float("inf"))
    ]
    content = {
        "source": f"PyTorch {torch.__version__}, float64",
        "start": flat(GRADIENTS),
        "norms": norms,
        "value": {"max": 0.75, **clipped(lambda all: clip_grad_value_(all, 0.75))},
        "equal": averaged(None),
        "decay": DECAY,
        "decayed": averaged(lambda average, weight, _: DECAY * average + (1 - DECAY) * weight),
    }
    path = pathlib.Path(__file__).parent / "optimizers" / "clipping.json"
    path.write_text(json.dumps(content, indent=1) + "\n")
