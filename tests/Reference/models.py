#!/usr/bin/env python3
"""Trains small models with PyTorch for three steps, and writes what the tests of whole models compare with.

    python3 tests/Reference/models.py

Each model is a function of its parameters, its buffers and its inputs. models/models.json holds all of these, the loss
and all gradients of the first step, the losses of all steps, and parameters and buffers after the last one, in float64.
"""
import json
import pathlib

import torch
import torch.nn.functional as F

from operands import numbers

torch.set_default_dtype(torch.float64)
RATE = 0.1


def small(*shape, seed):
    """Parameters of about the size that initialisations give."""
    return numbers(shape, seed, -0.5, 0.5)


def mlp(p, _, x):
    hidden = (x["rows"] @ p["w1"] + p["b1"]).tanh()
    hidden = (hidden @ p["w2"] + p["b2"]).relu()
    return F.cross_entropy(hidden @ p["w3"] + p["b3"], x["labels"], label_smoothing=0.1)


def convolutional(p, _, x):
    maps = F.conv2d(x["images"], p["k1"], p["c1"], stride=2).tanh()
    maps = F.conv2d(maps, p["k2"], p["c2"], padding=1, groups=2).relu()
    return F.nll_loss((maps.flatten(1) @ p["w"] + p["b"]).log_softmax(1), x["labels"])


def transformer(p, _, x):
    tokens = x["tokens"]
    batch, length, width = tokens.shape
    normal = F.layer_norm(tokens, (width,), p["g1"], p["b1"])
    query, key, value = (
        (normal @ p[name]).reshape(batch, length, 2, width // 2).transpose(1, 2) for name in ("q", "k", "v"))
    mask = torch.ones(length, length).tril().log()
    heads = (query @ key.mT / (width // 2) ** 0.5 + mask).softmax(-1) @ value
    tokens = tokens + heads.transpose(1, 2).reshape(batch, length, width) @ p["o"]
    normal = F.layer_norm(tokens, (width,), p["g2"], p["b2"])
    tokens = tokens + (normal @ p["w1"]).sigmoid() @ p["w2"]
    return F.huber_loss(tokens, x["target"], delta=0.5)


def batch_normalized(p, state, x):
    maps = F.conv2d(x["images"], p["k"])
    maps = F.batch_norm(maps, state["mean"], state["variance"], p["g"], p["h"], training=True).relu()
    maps = F.group_norm(maps, 2, p["g2"])
    logits = maps.mean((2, 3)) @ p["w"]
    return F.binary_cross_entropy_with_logits(logits, x["target"])


def batch_normalized_later(p, state, x):
    maps = F.conv2d(x["images"], p["k"])
    maps = F.batch_norm(maps, state["mean"], state["variance"], p["g"], p["h"]).relu()
    maps = F.group_norm(maps, 2, p["g2"])
    logits = maps.mean((2, 3)) @ p["w"]
    return F.binary_cross_entropy_with_logits(logits, x["target"])


LABELS = torch.tensor([2, 0, 1, 2, 1, 0])
MODELS = {
    "mlp": (
        mlp,
        {"w1": small(4, 8, seed=1), "b1": small(8, seed=2), "w2": small(8, 8, seed=3), "b2": small(8, seed=4),
         "w3": small(8, 3, seed=5), "b3": small(3, seed=6)},
        {}, {"rows": numbers((6, 4), 7), "labels": LABELS}),
    "convolutional": (
        convolutional,
        {"k1": small(4, 1, 3, 3, seed=8), "c1": small(4, seed=9), "k2": small(4, 2, 3, 3, seed=10),
         "c2": small(4, seed=11), "w": small(64, 3, seed=12), "b": small(3, seed=13)},
        {}, {"images": numbers((6, 1, 9, 9), 14), "labels": LABELS}),
    "transformer": (
        transformer,
        {"g1": 1 + small(6, seed=15), "b1": small(6, seed=16), "q": small(6, 6, seed=17), "k": small(6, 6, seed=18),
         "v": small(6, 6, seed=19), "o": small(6, 6, seed=20), "g2": 1 + small(6, seed=21), "b2": small(6, seed=22),
         "w1": small(6, 12, seed=23), "w2": small(12, 6, seed=24)},
        {}, {"tokens": numbers((2, 5, 6), 25), "target": numbers((2, 5, 6), 26)}),
    "batch_normalized": (
        batch_normalized,
        {"k": small(4, 2, 3, 3, seed=27), "g": 1 + small(4, seed=28), "h": small(4, seed=29),
         "g2": 1 + small(4, seed=30), "w": small(4, 2, seed=31)},
        {"mean": torch.zeros(4), "variance": torch.ones(4)},
        {"images": numbers((5, 2, 6, 6), 32), "target": numbers((5, 2), 33, 0.0, 1.0)}),
}


def stored(tensors):
    return {name: {"shape": list(tensor.shape), "values": [float(value) for value in tensor.detach().reshape(-1)]}
            for name, tensor in tensors.items()}


def train(function, parameters, buffers, inputs):
    begin = stored(parameters), stored(buffers)
    parameters = {name: tensor.clone().requires_grad_() for name, tensor in parameters.items()}
    losses, gradients = [], None
    for _ in range(3):
        loss = function(parameters, buffers, inputs)
        found = torch.autograd.grad(loss, list(parameters.values()))
        gradients = gradients or stored(dict(zip(parameters, found)))
        losses.append(loss.item())
        with torch.no_grad():
            for tensor, gradient in zip(parameters.values(), found):
                tensor -= RATE * gradient
    after = batch_normalized_later if function is batch_normalized else function
    return {
        "parameters": begin[0], "buffers": begin[1], "inputs": stored(inputs), "losses": losses,
        "gradients": gradients, "trained": stored(parameters), "trainedBuffers": stored(buffers),
        "after": after(parameters, buffers, inputs).item(),
    }


if __name__ == "__main__":
    models = {name: train(*model) for name, model in MODELS.items()}
    rows = ",\n".join(f"{json.dumps(name)}: {json.dumps(model)}" for name, model in models.items())
    path = pathlib.Path(__file__).parent / "models" / "models.json"
    path.write_text(f'{{"source": "PyTorch {torch.__version__}, float64", "models": {{\n{rows}\n}}}}\n')
