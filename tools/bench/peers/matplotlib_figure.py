"""Draws a figure's JSON with matplotlib: matplotlib_figure.py FIGURE.json FILE.pdf [TIMES [imshow]]

With TIMES it draws so often and prints the CPU seconds of each as JSON.
"""

import json
import re
import sys
import time

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402

DASHES = ["-", "--", "-.", ":"]
COLOURS = ["#0072B2", "#D55E00", "#009E73", "#CC79A7"]
plt.rcParams.update({"pdf.fonttype": 42, "font.size": 8, "axes.titlesize": 8, "legend.fontsize": 7,
                     "xtick.labelsize": 7, "ytick.labelsize": 7})


def text(markup):
    return re.sub(r"[\^_]\{[^}]*\}", lambda script: f"${script[0]}$".replace("−", "-"), markup)


def label(axis):
    return text(axis["label"]) + (f" ({text(axis['unit'])})" if "unit" in axis else "")


def arrays(figure):
    """The numbers as matplotlib likes them, which is not timed."""
    for panel in figure["panels"]:
        for mark in panel["marks"]:
            for content in mark.values():
                for key in ("x", "y", "low", "high", "values"):
                    if content.get(key):
                        content[key] = np.array(content[key])
    return figure


def draw(figure, path, with_image):
    size = figure["format"]
    columns = figure["arrangement"]["columns"]
    rows = -(-len(figure["panels"]) // columns)
    page, grid = plt.subplots(rows, columns, squeeze=False,
                              figsize=(size["width"] / 25.4, size["height"] / 25.4))
    page.subplots_adjust(left=0.08, right=0.98, bottom=0.1, top=0.88, wspace=0.2, hspace=0.4)
    series = []
    for index, (axes, panel) in enumerate(zip(grid.flat, figure["panels"])):
        for mark in panel["marks"]:
            (kind, content), = mark.items()
            name = content.get("series")
            if name is not None and name not in series:
                series.append(name)
            place = series.index(name) if name is not None else 0
            colour = COLOURS[place]
            if kind == "line":
                axes.plot(content["x"], content["y"], color=colour, linestyle=DASHES[place],
                          linewidth=1, label=name)
            elif kind == "band":
                axes.fill_between(content["x"], content["low"], content["high"], color=colour,
                                  alpha=content["opacity"], linewidth=0)
            elif kind == "dots":
                axes.scatter(content["x"], content["y"], s=content["size"] ** 2, color=colour,
                             alpha=content["opacity"], linewidths=0)
            elif kind == "cells":
                values = content["values"].reshape(len(content["y"]), len(content["x"]))
                if with_image:
                    image = axes.imshow(values, origin="lower", aspect="auto", cmap="viridis")
                else:
                    image = axes.pcolormesh(content["x"], content["y"], values, cmap="viridis")
                page.colorbar(image, label=label(content["colours"]))
        axes.set_xlabel(label(panel["x"]))
        axes.set_ylabel(label(panel["y"]))
        axes.set_title(text(panel["title"]), loc="left")
        axes.spines[["top", "right"]].set_visible(False)
        if len(figure["panels"]) > 1:
            axes.text(-0.16, 1.05, "abcdefgh"[index], transform=axes.transAxes, fontweight="bold")
    if figure["legend"] == "above" and series:
        page.legend(*grid.flat[0].get_legend_handles_labels(), loc="upper left", ncols=len(series))
    page.savefig(path, dpi=300)
    plt.close(page)


def main():
    _, source, target, *more = sys.argv
    with open(source, encoding="utf-8") as file:
        figure = arrays(json.load(file))
    seconds = []
    for _ in range(int(more[0]) if more else 1):
        start = time.process_time()
        draw(figure, target, more[1:] == ["imshow"])
        seconds.append(time.process_time() - start)
    if more:
        print(json.dumps({"seconds": seconds}))


if __name__ == "__main__":
    main()
