"""Writes PNG files as one GIF with Pillow: pillow_gif.py FOLDER FILE.gif TIMES

Prints the CPU seconds of each time as JSON; reading the PNG files is not timed.
"""

import json
import pathlib
import sys
import time

from PIL import Image


def main():
    folder, target, times = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    images = [Image.open(path).convert("RGB") for path in sorted(folder.glob("*.png"))]
    seconds = []
    for _ in range(times):
        start = time.process_time()
        images[0].save(target, save_all=True, append_images=images[1:], duration=50, loop=0)
        seconds.append(time.process_time() - start)
    print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()
