#!/usr/bin/env python3
"""Works out with PyTorch what Explore shows, and writes what its tests compare with.

    python3 tests/Reference/explorations.py

explorations.json holds values and derivatives of activation functions at some inputs, in float64.
"""
import json
import pathlib

import torch
import torch.nn.functional as F

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


if __name__ == "__main__":
    content = {
        "source": f"PyTorch {torch.__version__}, float64",
        "inputs": INPUTS,
        "activations": {name: activation(function) for name, function in ACTIVATIONS.items()},
    }
    path = pathlib.Path(__file__).parent / "explorations.json"
    path.write_text(json.dumps(content, indent=1) + "\n")
