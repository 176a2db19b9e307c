#!/usr/bin/env python3
"""Writes small files with NumPy (Debian: python3-numpy), and safetensors and idx files by the rules of the formats.

    python3 tests/Reference/files.py

Everything goes to tests/Reference/files, with what each file holds in expected.json. Safetensors has no package in
Debian; its files are made here with json and struct, as the format's README says: 8 bytes with the header's length,
the header as JSON, the elements. Idx files are made by the rules on MNIST's page: two zeros, the kind of the elements,
the number of axes, their lengths, the elements, the most significant byte first.
"""
import gzip
import json
import pathlib
import struct

import numpy

FOLDER = pathlib.Path(__file__).parent / "files"
EXPECTED = {}

HALVES = [0.0, -0.0, 1.5, -2.25, 65504.0, 6e-8, float("inf"), float("nan")]


def values(array):
    return [bool(v) if array.dtype == bool else int(v) if array.dtype.kind in "iu" else
            (str(v) if not numpy.isfinite(v) else float(v)) for v in array.reshape(-1)]


def expect(file, name, array):
    EXPECTED.setdefault(file, []).append({"name": name, "shape": list(array.shape), "values": values(array)})


def npy(file, array, version=None):
    with open(FOLDER / file, "wb") as stream:
        if version is None:
            numpy.save(stream, array)
        else:
            numpy.lib.format.write_array(stream, array, version)
    expect(file, "", array)


def samples():
    yield "bool", numpy.array([[True, False, True], [False, False, True]])
    for bits in (8, 16, 32, 64):
        limits = numpy.iinfo(f"i{bits // 8}")
        yield f"int{bits}", numpy.array([limits.min, -1, 0, 1, limits.max], f"<i{bits // 8}")
        yield f"uint{bits}", numpy.array([0, 1, 2 ** (bits - 1) - 1], f"<u{bits // 8}")
    yield "float16", numpy.array(HALVES, "<f2").reshape(2, 4)
    yield "float32", numpy.array(HALVES + [1e-45, 3.4e38], "<f4").reshape(5, 2)
    yield "float64", numpy.array(HALVES + [5e-324, 1.7e308], "<f8").reshape(2, 1, 5)


def arrays():
    for name, array in samples():
        npy(f"{name}.npy", array)
        if array.itemsize > 1:
            npy(f"{name}-big.npy", array.astype(array.dtype.newbyteorder(">")))
    cube = numpy.arange(24.0).reshape(2, 3, 4)
    npy("scalar.npy", numpy.array(2.5))
    npy("empty.npy", numpy.zeros((3, 0, 2)))
    npy("fortran.npy", numpy.asfortranarray(cube))
    npy("version2.npy", cube, (2, 0))
    npy("version3.npy", cube, (3, 0))
    npy("long.npy", numpy.arange(300, dtype="<i8"))
    numpy.savez(FOLDER / "stored.npz", **{name: array for name, array in samples()})
    numpy.savez_compressed(FOLDER / "deflated.npz", cube=cube, zeros=numpy.zeros((50, 40), "<f4"))
    for name, array in samples():
        expect("stored.npz", name, array)
    expect("deflated.npz", "cube", cube)
    expect("deflated.npz", "zeros", numpy.zeros((50, 40), "<f4"))


def refused():
    """Arrays that no dtype of ours holds."""
    for name, array in [
        ("object", numpy.array([{"a": 1}, None], object)),
        ("complex", numpy.array([1 + 2j])),
        ("text", numpy.array(["abc"])),
        ("fields", numpy.array([(1, 2.0)], [("a", "<i4"), ("b", "<f8")])),
        ("overflow", numpy.array([2 ** 63], "<u8")),
    ]:
        numpy.save(FOLDER / f"refused-{name}.npy", array, allow_pickle=True)


def safetensors(file, tensors, metadata):
    header, blocks, offset = {"__metadata__": metadata}, [], 0
    for name, dtype, array, block in tensors:
        header[name] = {"dtype": dtype, "shape": list(array.shape), "data_offsets": [offset, offset + len(block)]}
        offset += len(block)
        blocks.append(block)
        expect(file, name, array)
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8)
    (FOLDER / file).write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blocks))


def brain(array):
    """The upper halves of float32 numbers, as bfloat16 has them."""
    return (array.view("<u4") >> 16).astype("<u2").tobytes()


def tensors():
    # Widest first, then by name: the order of the format's own writer, so that ours can be compared byte by byte.
    whole = numpy.arange(-2, 4).reshape(2, 3)
    real = numpy.array([0.1, -1e-300, 5e-324, float("inf")])
    single = numpy.array([[0.5], [-3.25]], "<f4")
    truth = numpy.array([True, False, True])
    safetensors("plain.safetensors", [
        ("whole", "I64", whole, whole.astype("<i8").tobytes()),
        ("real", "F64", real, real.astype("<f8").tobytes()),
        ("a.weight", "F32", single, single.tobytes()),
        ("ünï", "F32", numpy.array(7.0, "<f4"), struct.pack("<f", 7)),
        ("none", "BOOL", numpy.zeros((2, 0), bool), b""),
        ("truth", "BOOL", truth, truth.tobytes()),
    ], {"format": "pt", "quote": "\"ä\""})
    halves = numpy.array(HALVES, "<f2")
    upper = numpy.array([1.0, -2.5, 3.0e38, float("inf")], "<f4")
    upper = (upper.view("<u4") & 0xFFFF0000).view("<f4")
    safetensors("narrow.safetensors", [
        ("half", "F16", halves, halves.tobytes()),
        ("brain", "BF16", upper, brain(upper)),
        ("i8", "I8", numpy.array([-128, 127]), struct.pack("<2b", -128, 127)),
        ("i16", "I16", numpy.array([-32768, 32767]), struct.pack("<2h", -32768, 32767)),
        ("i32", "I32", numpy.array([-2 ** 31, 2 ** 31 - 1]), struct.pack("<2i", -2 ** 31, 2 ** 31 - 1)),
        ("u8", "U8", numpy.array([0, 255]), struct.pack("<2B", 0, 255)),
        ("u16", "U16", numpy.array([65535]), struct.pack("<H", 65535)),
        ("u32", "U32", numpy.array([2 ** 32 - 1]), struct.pack("<I", 2 ** 32 - 1)),
        ("u64", "U64", numpy.array([2 ** 63 - 1]), struct.pack("<Q", 2 ** 63 - 1)),
    ], {})


def idx(file, kind, array):
    content = struct.pack(f">HBB{array.ndim}I", 0, kind, array.ndim, *array.shape) + array.tobytes()
    (FOLDER / file).write_bytes(content)
    expect(file, "", array)
    return content


def idx_files():
    images = idx("ubyte.idx", 0x08, numpy.arange(24, dtype="u1").reshape(2, 3, 4) * 11)
    for name, kind, dtype in (("byte", 0x09, "i1"), ("short", 0x0B, ">i2"), ("int", 0x0C, ">i4")):
        limits = numpy.iinfo(dtype)
        idx(f"{name}.idx", kind, numpy.array([[limits.min, -1, 0], [1, 2, limits.max]], dtype))
    idx("float.idx", 0x0D, numpy.array(HALVES + [1e-45, 3.4e38], ">f4"))
    idx("double.idx", 0x0E, numpy.array(HALVES + [5e-324, 1.7e308], ">f8"))
    idx("scalar.idx", 0x0E, numpy.array(2.5, ">f8"))
    idx("empty.idx", 0x08, numpy.zeros((0, 28, 28), "u1"))
    (FOLDER / "compressed.idx").write_bytes(gzip.compress(images, mtime=0))
    EXPECTED["compressed.idx"] = EXPECTED["ubyte.idx"]


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    arrays()
    refused()
    tensors()
    idx_files()
    rows = ",\n".join(f'"{file}": {json.dumps(tensors)}' for file, tensors in EXPECTED.items())
    (FOLDER / "expected.json").write_text(f'{{\n{rows}\n}}\n')
