#!/usr/bin/env python3
"""Writes what PyTorch keeps for the derivatives of some networks: distinct blocks of memory, in bytes.

    /usr/bin/python3 tests/Reference/saved.py        # into tests/Reference/saved.json

(Debian: python3-torch.)
"""
import json
import pathlib

import torch
import torch.nn.functional as F


def parameter(*shape):
    return torch.ones(shape, requires_grad=True)


def perceptron():
    x, target = torch.ones(64, 20), torch.ones(64, 1)
    hidden = torch.tanh(x @ parameter(20, 100) + parameter(100))
    return ((hidden @ parameter(100, 1) + parameter(1) - target) ** 2).mean()


def residual():
    h = torch.relu(torch.ones(32, 50) @ parameter(50, 50))
    for _ in range(4):
        h = h + torch.relu(h @ parameter(50, 50) + parameter(50))
    return h.sum()


def classifier():
    h = F.max_pool2d(torch.relu(F.conv2d(torch.ones(4, 3, 16, 16), parameter(8, 3, 3, 3), padding=1)), 2)
    return F.cross_entropy(h.reshape(4, -1) @ parameter(512, 10), torch.tensor([0, 1, 2, 3]))


def attention():
    x = torch.ones(2, 30, 16)
    q, k, v = (x @ parameter(16, 16) for _ in range(3))
    weights = torch.softmax(q @ k.transpose(-2, -1) / 4, dim=-1)
    return F.layer_norm(weights @ v, [16], parameter(16), parameter(16)).sum()


def elementwise():
    x = parameter(5000)
    return (torch.sigmoid(x) * torch.exp(x) + torch.log(x) / torch.cos(x)).sum()


def measure(network):
    blocks = {}

    def pack(tensor):
        blocks[tensor.storage().data_ptr()] = tensor  # kept, so that no other block takes its place
        return tensor

    with torch.autograd.graph.saved_tensors_hooks(pack, lambda tensor: tensor):
        network()
    return sum(tensor.storage().nbytes() for tensor in blocks.values())


networks = [perceptron, residual, classifier, attention, elementwise]
text = json.dumps({"torch": torch.__version__, "bytes": {network.__name__: measure(network) for network in networks}}, indent=1)
pathlib.Path(__file__).with_name("saved.json").write_text(text + "\n")
