"""Tensors in compressed files: written here, read by the C# tests.

A file is gzip of: the length of the header (int32), the header (JSON), and the numbers of all tensors that the header
names, in its order, little-endian: `f4` float32 (also of float64 numbers that are exact in it), `f8` float64, of results
with the 14 lowest bits rounded off (2^-39 relative, so that they compress), `i8` int64, `b1` bool. The bytes of a tensor
stand in planes: all first bytes, all second bytes, ...
"""
import gzip
import json
import math
import struct

import numpy as np
import torch


class LeftOut(Exception):
    """Something is not written, for the reason that the message gives."""


def cotangent(shape, seed):
    """Numbers in [-2, 2) that look random and are exact in float32: a golden-ratio sequence in 20 bits."""
    steps = torch.arange(1, math.prod(shape) + 1, dtype=torch.float64)
    fractions = torch.remainder(0.6180339887498949 * steps + 0.37 * seed, 1.0)
    return (torch.floor(fractions * 2 ** 20) / 2 ** 18 - 2).reshape(shape)


class Writer:
    """Gathers the numbers of one file."""

    def __init__(self):
        self.numbers = bytearray()

    def tensor(self, tensor, requires_grad=False, is_input=False):
        """Writes the numbers, and returns what the header says of them."""
        if tensor.dtype not in (torch.float64, torch.float32, torch.int64, torch.bool):
            raise LeftOut(f"dtype {str(tensor.dtype)[6:]}")
        values = tensor.detach().contiguous().numpy()
        if tensor.dtype == torch.float64:
            code, values = self.real(values, is_input)
        elif tensor.dtype == torch.float32:
            code = "f4"
        elif tensor.dtype == torch.bool:
            code, values = "b1", values.astype(np.uint8)
        else:
            code = "i8"
        data = np.ascontiguousarray(values).reshape(-1).view(np.uint8).reshape(values.size, values.itemsize)
        self.numbers += np.ascontiguousarray(data.T).tobytes()
        entry = {"dtype": str(tensor.dtype)[6:], "code": code, "shape": list(tensor.shape)}
        if requires_grad:
            entry["grad"] = True
        return entry

    @staticmethod
    def real(values, is_input):
        with np.errstate(over="ignore"):
            narrow = values.astype(np.float32)
        if np.array_equal(narrow.astype(np.float64), values, equal_nan=True):
            return "f4", narrow
        if is_input:
            return "f8", values
        bits = np.ascontiguousarray(values).view(np.uint64)
        rounded = ((bits + np.uint64(1 << 13)) >> np.uint64(14) << np.uint64(14)).view(np.float64)
        return "f8", np.where(np.isfinite(values) & np.isfinite(rounded), rounded, values)

    def save(self, path, content):
        """Writes the file, and returns its size."""
        header = json.dumps({"source": f"PyTorch {torch.__version__}", **content}, separators=(",", ":")).encode()
        raw = struct.pack("<i", len(header)) + header + bytes(self.numbers)
        with open(path, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as stream:
            stream.write(raw)
        return path.stat().st_size
