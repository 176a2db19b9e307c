#!/usr/bin/env python3
"""Writes small images of every kind, and what each holds, with Debian's python3-pil (9.4.0) and python3-numpy.

    python3 tests/Reference/images.py

Everything goes to tests/Reference/images, the samples in expected.json: whole numbers [channels, height, width], and
what they are of (255, say, for 8 bits). PIL does not write every kind of PNG, so that the files are packed here; it
must read in them what they hold. Those called pil-… it has written itself.
"""
import io
import itertools
import json
import pathlib
import struct
import zlib

import numpy
from PIL import Image

FOLDER = pathlib.Path(__file__).parent / "images"
EXPECTED = {}
RANDOM = numpy.random.default_rng(6)
HEIGHT, WIDTH = 6, 11
GREY, COLOUR, PALETTE, GREY_ALPHA, COLOUR_ALPHA = 0, 2, 3, 4, 6


def write(file, content, samples, greatest):
    """Writes a file that holds samples [height, width, channels], if PIL agrees to within its 8 bits."""
    (FOLDER / file).write_bytes(content)
    EXPECTED[file] = {
        "shape": [samples.shape[2], *samples.shape[:2]],
        "greatest": greatest,
        "samples": samples.transpose(2, 0, 1).reshape(-1).tolist(),
    }
    channels = samples.shape[2]
    colours = numpy.repeat(samples[:, :, :1], 3, 2) if channels <= 2 else samples[:, :, :3]
    alpha = samples[:, :, -1:] if channels % 2 == 0 else numpy.full_like(samples[:, :, :1], greatest)
    ours = numpy.concatenate([colours, alpha], 2) * 255 / greatest
    image = Image.open(io.BytesIO(content))
    if image.mode.startswith("I"):
        assert greatest == 65535 or file.endswith(".pgm"), file
        theirs = numpy.asarray(image).astype(float) * 255 / 65535
        assert numpy.abs(ours[:, :, 0] - theirs).max() < 0.01, file
    else:
        theirs = numpy.asarray(image.convert("RGBA")).astype(float)
        assert numpy.abs(ours - theirs).max() < (1 if greatest > 255 else 0.51), file


def chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def packed(row, depth):
    """Samples as bytes, the first in the highest bits."""
    if depth == 16:
        return row.astype(">u2").tobytes()
    bits = (row[:, None] >> numpy.arange(depth - 1, -1, -1)) & 1
    return numpy.packbits(bits.reshape(-1).astype(numpy.uint8)).tobytes()


def expectation(kind, left, up, corner):
    plane = left + up - corner
    nearest = min((left, up, corner), key=lambda neighbour: abs(plane - neighbour))
    return (0, left, up, (left + up) // 2, nearest)[kind]


def filtered(rows, pixel):
    """Rows behind their filters, which are used in turn."""
    above = bytes(len(rows[0]))
    for row, kind in zip(rows, itertools.cycle((4, 1, 2, 3, 0))):
        yield kind
        for i, value in enumerate(row):
            left, corner = (row[i - pixel], above[i - pixel]) if i >= pixel else (0, 0)
            yield (value - expectation(kind, left, above[i], corner)) % 256
        above = row


def png(samples, depth, kind, palette=None, transparency=None, interlace=0):
    height, width, channels = samples.shape
    rows = [packed(row.reshape(-1), depth) for row in samples]
    data = zlib.compress(bytes(filtered(rows, max(1, channels * depth // 8))), 9)
    parts = [b"\x89PNG\r\n\x1a\n",
             chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlace)),
             chunk(b"tEXt", b"Comment\0to be passed over")]
    if palette is not None:
        parts.append(chunk(b"PLTE", palette.astype(numpy.uint8).tobytes()))
    if transparency is not None:
        parts.append(chunk(b"tRNS", transparency))
    parts += [chunk(b"IDAT", data[:20]), chunk(b"IDAT", data[20:]), chunk(b"IEND", b"")]
    return b"".join(parts)


def noise(channels, greatest):
    return RANDOM.integers(0, greatest + 1, (HEIGHT, WIDTH, channels))


def direct():
    for kind, name, channels, depths in (
            (GREY, "grey", 1, (1, 2, 4, 8, 16)), (COLOUR, "colour", 3, (8, 16)),
            (GREY_ALPHA, "grey-alpha", 2, (8, 16)), (COLOUR_ALPHA, "colour-alpha", 4, (8, 16))):
        for depth in depths:
            greatest = 2 ** depth - 1
            samples = noise(channels, greatest)
            write(f"{name}-{depth}.png", png(samples, depth, kind), samples, greatest)


def indexed():
    for depth in (1, 2, 4, 8):
        count = min(2 ** depth, 200)
        colours = RANDOM.integers(0, 256, (count, 3))
        indices = noise(1, count - 1)
        write(f"palette-{depth}.png", png(indices, depth, PALETTE, colours), colours[indices[:, :, 0]], 255)
        alphas = RANDOM.integers(0, 256, count // 2)
        opaque = numpy.concatenate([alphas, numpy.full(count - len(alphas), 255)])
        write(f"palette-{depth}-alpha.png", png(indices, depth, PALETTE, colours, bytes(alphas.tolist())),
              numpy.concatenate([colours, opaque[:, None]], 1)[indices[:, :, 0]], 255)


def hidden():
    for kind, name, channels, depth in ((GREY, "grey", 1, 2), (GREY, "grey", 1, 8), (COLOUR, "colour", 3, 8)):
        greatest = 2 ** depth - 1
        samples = noise(channels, greatest)
        colour = samples[2, 3]
        alpha = numpy.where((samples == colour).all(2, keepdims=True), 0, greatest)
        write(f"{name}-{depth}-hidden.png", png(samples, depth, kind, transparency=colour.astype(">u2").tobytes()),
              numpy.concatenate([samples, alpha], 2), greatest)


def written_by_pil():
    slope = numpy.add.outer(5 * numpy.arange(12), 9 * numpy.arange(16))
    colours = numpy.stack([slope, 255 - slope, slope[::-1]], 2).astype(numpy.uint8)
    for mode in ("1", "L", "LA", "RGB", "RGBA", "P"):
        stream = io.BytesIO()
        image = Image.fromarray(colours).convert(mode)
        image.save(stream, "PNG")
        whole = numpy.asarray(image.convert("RGB") if mode == "P" else image).astype(int)
        write(f"pil-{mode}.png", stream.getvalue(), whole.reshape(*whole.shape[:2], -1), 1 if mode == "1" else 255)


def netpbm():
    bits, grey, colour = noise(1, 1), noise(1, 255), noise(3, 255)
    header = f"{WIDTH} {HEIGHT}\n"
    lines = ["".join(str(1 - bit) for bit in row[:, 0]) for row in bits]
    write("bits-text.pbm", f"P1\n# a comment\n{header}{lines[0]}\n".encode()
          + "\n".join(" ".join(line) for line in lines[1:]).encode(), bits, 1)
    rows = b"".join(packed(1 - row[:, 0], 1) for row in bits)
    write("bits.pbm", f"P4 {header}".encode() + rows, bits, 1)
    write("grey-text.pgm", (f"P2 {header}255\n" + " ".join(map(str, grey.reshape(-1)))).encode(), grey, 255)
    write("grey.pgm", f"P5\n{header}# a comment\n255\n".encode() + bytes(grey.reshape(-1).tolist()), grey, 255)
    write("colour-text.ppm", (f"P3\t{header}255\n" + "\n".join(map(str, colour.reshape(-1)))).encode(), colour, 255)
    write("colour.ppm", f"P6 {header}255\n".encode() + bytes(colour.reshape(-1).tolist()), colour, 255)
    few, many = noise(1, 15), noise(3, 1000)
    write("few.pgm", f"P5 {header}15\n".encode() + bytes(few.reshape(-1).tolist()), few, 15)
    write("many.ppm", f"P6 {header}1000\n".encode() + many.astype(">u2").tobytes(), many, 1000)


def main():
    FOLDER.mkdir(exist_ok=True)
    direct()
    indexed()
    hidden()
    written_by_pil()
    netpbm()
    (FOLDER / "refused-interlaced.png").write_bytes(png(noise(1, 255), 8, GREY, interlace=1))
    (FOLDER / "expected.json").write_text(json.dumps(EXPECTED, separators=(",", ":")).replace('},"', '},\n"') + "\n")


if __name__ == "__main__":
    main()
