"""The figures of the bench, as the JSON that evtools draws again and the peers read."""

import json
import math
import random

WIDTH, HEIGHT = 182, 120  # mm


def axis(label, unit=None, kind="linear", **more):
    return {"label": label, **({"unit": unit} if unit else {}), "isUnitless": unit is None,
            "kind": {kind: {}}, "includesZero": False, "isReversed": False, "isShown": True, **more}


def panel(title, x, y, marks):
    return {"title": title, "x": x, "y": y, "marks": marks, "insets": []}


def figure(name, panels, width=WIDTH, height=HEIGHT, legend="automatic"):
    return {"name": name, "title": name.capitalize(), "caption": "", "keywords": [],
            "format": {"preset": "report", "column": "double", "width": width, "height": height},
            "panels": panels, "legend": legend, "styles": [],
            "arrangement": {"columns": 2 if len(panels) > 1 else 1, "columnWeights": [],
                            "rowWeights": [], "sharesX": False, "sharesY": False}}


def line(x, y, series=None):
    return {"line": {"x": x, "y": y, **({"series": series} if series else {}), "steps": "none",
                     "hasMarkers": False, "emphasis": "normal"}}


def band(x, low, high, series):
    return {"band": {"x": x, "low": low, "high": high, "series": series, "steps": "none",
                     "opacity": 0.2}}


def dots(x, y, size, opacity):
    return {"dots": {"x": x, "y": y, "size": size, "opacity": opacity, "weights": [], "values": [],
                     "isHollow": False, "emphasis": "normal"}}


def learning():
    """Four panels of four noisy lines of 1000 points, each in its band."""
    chance = random.Random(1)
    x = [float(step) for step in range(1000)]
    quantities = [
        ("Return", "10^{3} €"), ("Loss", "10^{−2}"), ("Entropy", "nat"), ("CO_{2} saved", "kg h^{−1}")]
    panels = []
    for number, (quantity, unit) in enumerate(quantities):
        marks = []
        for index, name in enumerate(["SAC", "PPO", "DQN", "rule of thumb"]):
            level, pace = 1.2 - 0.2 * index + 0.1 * number, 150 + 60 * index
            y = [level * (1 - math.exp(-step / pace)) + chance.gauss(0, 0.03) for step in x]
            spread = [0.05 + 0.05 * chance.random() for _ in x]
            marks += [band(x, [a - b for a, b in zip(y, spread)],
                           [a + b for a, b in zip(y, spread)], name), line(x, y, name)]
        panels.append(panel(f"{quantity} over training", axis("Environment steps", "10^{3}"),
                            axis(quantity, unit), marks))
    return figure("learning", panels, legend="above")


def scatter():
    """Ten thousand translucent dots."""
    chance = random.Random(2)
    x = [chance.gauss(50, 15) for _ in range(10_000)]
    y = [0.6 * place + chance.gauss(0, 12) for place in x]
    return figure("scatter", [panel("", axis("Energy", "kWh"), axis("Wait", "min"),
                                    [dots(x, y, 1.6, 0.35)])])


def heatmap():
    """A hundred by a hundred cells with a bar of colours."""
    x = [float(place) for place in range(100)]
    values = [math.sin(a / 15) * math.cos(b / 20) + 0.002 * a * b for b in x for a in x]
    colours = {"map": "viridis", "label": "Load", "unit": "kW", "isUnitless": False,
               "isLogarithmic": False, "showsBar": True}
    cells = {"x": x, "y": x, "values": values, "colours": colours, "showsValues": False,
             "decimals": 0}
    return figure("heatmap", [panel("", axis("Hour", "h"), axis("Day", "d"), [{"cells": cells}])])


def frames(count):
    """A wave that moves below forty wandering dots."""
    chance = random.Random(3)
    x = [place / 10 for place in range(201)]
    places = [(chance.uniform(0, 20), chance.uniform(-1, 1)) for _ in range(40)]
    pictures = []
    for frame in range(count):
        wave = [math.sin(place - frame / 10) for place in x]
        places = [(min(20, max(0, a + chance.gauss(0, 0.2))), min(1, max(-1, b + chance.gauss(0, 0.05))))
                  for a, b in places]
        pictures.append(figure(f"frame-{frame}", [panel(
            "", axis("Place", "km", **{"from": 0, "to": 20}),
            axis("Height", "m", **{"from": -1.2, "to": 1.2}),
            [line(x, wave, "wave"), dots([a for a, _ in places], [b for _, b in places], 4, 0.9)])],
            width=600 / 110 * 25.4, height=480 / 110 * 25.4))
    return pictures


def animation(pictures):
    return {"name": "moving", "title": "Moving", "caption": "", "frames": pictures, "delay": 5,
            "printed": []}


def write(path, content):
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path
