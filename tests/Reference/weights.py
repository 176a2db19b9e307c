#!/usr/bin/env python3
"""Reads and writes weights as safetensors with PyTorch (Debian: python3-torch), for the test of the exchange.

    python3 tests/Reference/weights.py read FILE     loads a state, strictly
    python3 tests/Reference/weights.py write FILE    trains some steps and writes the state

Both then print, as JSON, what the network gives for a fixed input. Debian has no package of safetensors; a file is read
and written here as the format's README says: 8 bytes with the header's length, the header as JSON, the elements.
"""
import json
import struct
import sys

import numpy
import torch
from torch import nn

from operands import numbers

KINDS = {"F32": numpy.float32, "F64": numpy.float64, "I64": numpy.int64}
NAMES = {numpy.dtype(kind): name for name, kind in KINDS.items()}


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3, padding=1)
        self.norm = nn.BatchNorm2d(4)
        self.lstm = nn.LSTM(4, 5)
        self.head = nn.Linear(5, 3)

    def forward(self, x):
        seen = torch.relu(self.norm(self.conv(x))).mean(3)
        return self.head(self.lstm(seen.permute(2, 0, 1))[0][-1])


def read(path):
    with open(path, "rb") as file:
        header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
        data = file.read()
    header.pop("__metadata__", None)
    return {name: torch.from_numpy(
        numpy.frombuffer(data[slice(*entry["data_offsets"])], KINDS[entry["dtype"]]).reshape(entry["shape"]).copy())
        for name, entry in header.items()}


def write(path, state):
    header, data = {}, b""
    for name, tensor in state.items():
        array = tensor.detach().numpy()
        header[name] = {"dtype": NAMES[array.dtype], "shape": list(array.shape),
                        "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def main():
    torch.manual_seed(5)
    net, x = Net(), numbers([6, 1, 4, 4], 1)
    if sys.argv[1] == "read":
        net.load_state_dict(read(sys.argv[2]), strict=True)
    else:
        optimizer = torch.optim.Adam(net.parameters(), 0.05)
        for _ in range(5):
            optimizer.zero_grad()
            net(x).pow(2).mean().backward()
            optimizer.step()
        write(sys.argv[2], net.state_dict())
    print(json.dumps(net.eval()(x).flatten().tolist()))


main()
