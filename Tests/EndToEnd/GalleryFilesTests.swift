import Foundation
import Testing

@Suite("The gallery") struct GalleryFilesTests {
  @Test("has every figure as PDF, SVG and PNG in every preset, and nothing else")
  func files() throws {
    let names = try DrawnGallery.names
    #expect(names.count >= 29 && Set(names).count == names.count)
    var expected: Set = ["run.json", "report.html", "data/answer.json"]
    for name in names.dropLast() {
      for ending in ["pdf", "svg", "png", "json", "scene.json", "csv", "tex"] {
        expected.insert("figures/\(name).\(ending)")
      }
      for preset in DrawnGallery.presets {
        for ending in ["pdf", "svg", "png"] {
          expected.insert("figures/\(preset)/\(name).\(ending)")
        }
      }
    }
    for ending in ["gif", "pdf", "png", "csv"] {
      expected.insert("figures/\(names[names.count - 1]).\(ending)")
    }
    let files = try DrawnGallery.files()
    #expect(Set(files.keys) == expected)
    for (name, bytes) in files { #expect(bytes.count > 20, "\(name)") }
  }

  @Test("has each kind of mark at least once")
  func marks() throws {
    var kinds: Set<String> = []
    for (name, bytes) in try DrawnGallery.files()
    where name.hasSuffix(".json") && name.hasPrefix("figures/") && !name.hasSuffix(".scene.json") {
      let figure = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
      for panel in try #require(figure?["panels"] as? [[String: Any]]) {
        for mark in try #require(panel["marks"] as? [[String: Any]]) { kinds.formUnion(mark.keys) }
      }
    }
    let marks = try FileManager.default.contentsOfDirectory(
      atPath: Evtools.root.path + "/Sources/Figures/Spec/Marks")
    #expect(kinds.count >= 17, "\(kinds.sorted()) of \(marks.sorted())")
  }

  @Test(
    "embeds subsets of Inter in every PDF, none of Type 3, and every label can be found",
    .enabled(if: PeerPython.isThere && Programs.hasPoppler, "\(PeerPython.missing), or no poppler"))
  func fonts() throws {
    let lines = try PeerPython.lines(Self.fontScript, [try DrawnGallery.path("figures")])
    let count = 6 * (try DrawnGallery.names.count - 1) + 1
    #expect(lines == ["checked \(count)"])
  }

  @Test(
    "is as wide as each journal asks to a tenth of a point, has descriptions, and carries its data",
    .enabled(if: PeerPython.isThere, "\(PeerPython.missing)"))
  func sizes() throws {
    let lines = try PeerPython.lines(Self.sizeScript, [try DrawnGallery.path("figures")])
    let count = 6 * (try DrawnGallery.names.count - 1)
    #expect(lines == ["checked \(count)"])
  }

  @Test(
    "looks the same as PNG, as PDF drawn by poppler and as SVG drawn by Chromium",
    .enabled(if: Chromium.isThere && Programs.hasPoppler, "\(Chromium.missing), or no poppler"))
  func looks() throws {
    let lines = try PeerPython.lines(
      Self.looksScript, [try DrawnGallery.path("figures"), Chromium.path ?? ""])
    #expect(lines.count == 2 * (try DrawnGallery.names.count - 1))
    for line in lines {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Double($0) }
      try #require(numbers.count == 4)
      // Dashes may begin elsewhere and edges of cells be rounded otherwise; a lost label is a dense spot.
      for share in [numbers[0], numbers[2]] { #expect(share < 0.008, "\(line)") }
      for densest in [numbers[1], numbers[3]] { #expect(densest < 0.3, "\(line)") }
    }
  }

  @Test(
    "says in its SVG where every value stands, to two tenths of a point",
    .enabled(if: PeerPython.isThere, "\(PeerPython.missing)"))
  func parsedBack() throws {
    let lines = try PeerPython.lines(Self.parseScript, [try DrawnGallery.path("figures")])
    try #require(lines.count == 4, "\(lines)")
    let counts = lines.compactMap { Double($0.split(separator: " ").last ?? "") }
    #expect(
      counts[0] > 2000 && counts[1] > 100 && counts[2] > 2000,
      "dots, labels, places of lines: \(lines)")
    #expect(counts[3] <= 0.2)
  }

  @Test(
    "would not pass with the PDF or the data of another figure",
    .enabled(if: PeerPython.isThere && Programs.hasPoppler, "\(PeerPython.missing), or no poppler")
  )
  func bench() throws {
    let scratch = Scratch()
    let names = ["hypervolume", "learning-curves"]
    for (name, other) in zip(names, names.reversed()) {
      for ending in ["pdf", "svg", "png", "csv", "json"] {
        let source = try DrawnGallery.path(
          "figures/\(["pdf", "json"].contains(ending) ? other : name).\(ending)")
        try FileManager.default.copyItem(atPath: source, toPath: scratch.path("\(name).\(ending)"))
      }
    }
    let fonts = try PeerPython.lines(Self.fontScript, [scratch.folder.path])
    #expect(fonts.contains { $0.contains("learning-curves.pdf lost the characters") }, "\(fonts)")
    let sizes = try PeerPython.lines(Self.sizeScript, [scratch.folder.path])
    #expect(sizes.contains { $0.contains("carries [") }, "\(sizes)")
    let places = try PeerPython.lines(Self.parseScript, [scratch.folder.path])
    #expect(
      places.contains { $0.contains("has no marks of") || $0.contains("is off by") }, "\(places)")
  }

  @Test("has nothing that a reviewer would object to")
  func lint() throws {
    for name in try DrawnGallery.names.dropLast() {
      let answer = try Evtools.run(
        ["figure", "lint", try DrawnGallery.path("figures/\(name).json")], in: Evtools.root)
      #expect(answer.code == 0, "\(name): \(answer.out)\(answer.err)")
    }
  }

  @Test(
    "moves: the animation has frames of one size, and goes on for ever",
    .enabled(if: PeerPython.isThere, "\(PeerPython.missing)"))
  func animation() throws {
    let script = """
      import sys
      from PIL import Image
      image = Image.open(sys.argv[1])
      frames = []
      for number in range(image.n_frames):
          image.seek(number)
          frames.append(hash(image.convert("RGB").tobytes()))
      print(image.n_frames, len(set(frames)), image.info["loop"], image.info["duration"], *image.size)
      """
    let name = try #require(try DrawnGallery.names.last)
    let line = try #require(
      try PeerPython.lines(script, [try DrawnGallery.path("figures/\(name).gif")]).first)
    let numbers = line.split(separator: " ").compactMap { Int($0) }
    #expect(
      numbers[0] >= 24 && numbers[1] > numbers[0] / 2 && numbers[2] == 0 && numbers[3] > 0,
      "\(line)")
  }
}

// MARK: - Scripts

extension GalleryFilesTests {
  /// Holds the fonts and the texts of every PDF against poppler and against the SVG beside it.
  fileprivate static let fontScript = #"""
    import collections, concurrent.futures, glob, json, os, re, subprocess, sys
    import xml.etree.ElementTree as tree
    folder = sys.argv[1]
    def said(*command):
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout
    def words(text):
        # Superscripts and turned labels may be cut anywhere, so that only the characters count.
        return collections.Counter(c for c in text if not c.isspace())
    def check(path):
        troubles = []
        rows = said("pdffonts", path).splitlines()[2:]
        if not rows:
            troubles.append("has no font")
        for row in rows:
            kind = row[37:54].strip()
            flags = row[72:].split()[:3]
            if kind not in ("Type 1C", "CID Type 0C") or flags != ["yes"] * 3 or row[6:13] != "+Inter-":
                troubles.append("font " + row)
        svg = path[:-4] + ".svg"
        if os.path.exists(svg):
            labels = ["".join(t.itertext()) for t in tree.parse(svg).iter("{http://www.w3.org/2000/svg}text")]
            found = said("pdftotext", "-raw", path, "-")
            lost = words("".join(labels)) - words(found)
            if lost or not labels:
                troubles.append("lost the characters %s" % dict(lost))
            plain = re.sub(r"\s+", "", found)
            for label in labels:
                if re.sub(r"\s+", "", label) not in plain and label.isascii():
                    troubles.append("lost " + label)
        return [os.path.relpath(path, folder) + " " + t for t in troubles]
    paths = sorted(glob.glob(folder + "/**/*.pdf", recursive=True))
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        for troubles in pool.map(check, paths):
            for t in troubles: print(t)
    print("checked", len(paths))
    """#

  /// Holds the size of every page against the publishers' widths, and what it carries against the files beside it.
  fileprivate static let sizeScript = #"""
    import glob, json, os, re, sys, pikepdf
    from PIL import Image
    folder = sys.argv[1]
    # The publishers' widths in millimetres: one column, one and a half, two.
    mm = {"ieee": (88.9, None, 181.864), "nature": (89, 120, 183), "elsevier": (90, 140, 190),
          "springer": (84, None, 174), "report": (120, None, 180)}
    columns = {"single": 0, "1.5": 1, "double": 2}
    count = 0
    for path in sorted(glob.glob(folder + "/**/*.pdf", recursive=True)):
        name, base = os.path.basename(path)[:-4], path[:-4]
        preset = os.path.basename(os.path.dirname(path))
        preset = preset if preset in mm else "report"
        def trouble(text): print(os.path.relpath(path, folder), text)
        if not os.path.exists(base + ".svg"): continue
        column = json.load(open(folder + "/" + name + ".json"))["format"]["column"]
        wanted = mm[preset][columns[column]] * 72 / 25.4
        with pikepdf.open(path) as pdf:
            left, bottom, right, top = map(float, pdf.pages[0].mediabox)
            width, height = right - left, top - bottom
            root = pdf.Root
            if len(pdf.pages) != 1: trouble("has %d pages" % len(pdf.pages))
            if str(root.get("/Lang")) != "en" or not root.MarkInfo.Marked: trouble("is not tagged")
            figure = root.StructTreeRoot.K
            while isinstance(figure, pikepdf.Array) or "/Alt" not in figure:
                figure = figure[0] if isinstance(figure, pikepdf.Array) else figure.K
            if len(bytes(figure.Alt)) < 40: trouble("has no description")
            files = {n: f.get_file().read_bytes() for n, f in pdf.attachments.items()}
            if sorted(files) != sorted(["figure.json", name + ".csv"]): trouble("carries %s" % sorted(files))
            elif base == folder + "/" + name:
                if files["figure.json"] != open(base + ".json", "rb").read(): trouble("carries another figure")
                if files[name + ".csv"] != open(base + ".csv", "rb").read(): trouble("carries other data")
        if abs(width - wanted) > 0.1: trouble("is %.2f pt wide, not %.2f" % (width, wanted))
        if height > 247 * 72 / 25.4 + .1: trouble("is %.2f pt high" % height)
        head = open(base + ".svg", encoding="utf-8").read(600)
        w, h = re.search(r'width="([\d.]+)pt" height="([\d.]+)pt"', head).groups()
        if abs(float(w) - width) > 0.1 or abs(float(h) - height) > 0.1: trouble("and its SVG differ in size")
        image = Image.open(base + ".png")
        if any(abs(p - s * 300 / 72) > 1 for p, s in zip(image.size, (width, height))):
            trouble("is a PNG of %s dots" % (image.size,))
        if [round(d) for d in image.info["dpi"]] != [300, 300]: trouble("is a PNG of another resolution")
        count += 1
    print("checked", count)
    """#

  /// Lays PNG, PDF and SVG of each figure over one another.
  fileprivate static let looksScript = #"""
    import concurrent.futures, glob, io, os, subprocess, sys, tempfile
    import numpy as np
    from scipy.ndimage import maximum_filter, minimum_filter, uniform_filter
    from PIL import Image
    from playwright.sync_api import sync_playwright
    folder, chromium = sys.argv[1:3]
    presets = ["", "ieee/", "nature/", "elsevier/", "springer/", "report/"]
    names = sorted(os.path.basename(p)[:-4] for p in glob.glob(folder + "/*.svg"))
    # Each figure as it stands in the page, and in one preset after another.
    jobs = [folder + "/" + n for n in names] + [folder + "/" + presets[1 + i % 5] + n for i, n in enumerate(names)]
    def pixels(image): return np.asarray(image.convert("RGB")).astype(int)
    def strays(a, b):
        # How far a dot lies outside what stands within one dot (a sixth of a millimetre) of it in the other.
        low, high = minimum_filter(b, size=(3, 3, 1)), maximum_filter(b, size=(3, 3, 1))
        return np.maximum(low - a, a - high).clip(0).max(2)
    def differences(a, b):
        if max(abs(a.shape[0] - b.shape[0]), abs(a.shape[1] - b.shape[1])) > 2: return 1.0, 1.0
        h, w = min(a.shape[0], b.shape[0]), min(a.shape[1], b.shape[1])
        a, b = a[:h, :w], b[:h, :w]
        both = np.maximum(strays(a, b), strays(b, a))
        # The share of strays in all, and the greatest in a square of 2 mm.
        return (both > 64).mean(), uniform_filter((both > 64).astype(float), 12, mode='constant').max()
    def own(path):
        image = Image.open(path + ".png").convert("RGB")
        return image.resize((image.width // 2, image.height // 2), Image.BOX)
    def poppler(path):
        out = subprocess.run(["pdftocairo", "-png", "-r", "300", "-singlefile", path + ".pdf", "-"], capture_output=True, check=True).stdout
        image = Image.open(io.BytesIO(out)).convert("RGB")
        return differences(pixels(own(path)), pixels(image.resize((image.width // 2, image.height // 2), Image.BOX)))
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        printed = pool.map(poppler, jobs)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(viewport=dict(width=1000, height=1100), device_scale_factor=150 / 96)
            shown = []
            for path in jobs:
                page.goto("file://" + path + ".svg")
                page.evaluate("document.fonts.ready.then(() => 1)")
                ours = own(path)
                w, h = [round(s * 96 / 150) for s in ours.size]
                shot = page.screenshot(clip=dict(x=0, y=0, width=min(w,1000), height=min(h,1100)))
                shown.append(differences(pixels(ours), pixels(Image.open(io.BytesIO(shot)))))
            browser.close()
        for path, pdf, svg in zip(jobs, printed, shown):
            print(os.path.relpath(path, folder), *("%.6f %.6f" % d for d in (pdf, svg)))
    """#

  /// Finds the values of each figure in its SVG, by what the SVG says of its axes.
  fileprivate static let parseScript = #"""
    import collections, glob, json, math, os, sys
    import xml.etree.ElementTree as tree
    import numpy as np
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path
    folder = sys.argv[1]
    svg = "{http://www.w3.org/2000/svg}"
    class Axis:
        # From a value to points, by what the SVG says of its axis.
        def __init__(self, panel, name, low, high):
            self.kind = panel.get("data-%s-kind" % name)
            self.low, self.high = map(float, panel.get("data-%s-domain" % name).split())
            self.threshold = float(panel.get("data-%s-threshold" % name, "1"))
            if panel.get("data-%s-reversed" % name): low, high = high, low
            self.start, self.end = low, high
        def warped(self, v):
            if self.kind == "log10": return np.log10(np.where(v > 0, v, np.nan))
            if self.kind == "symlog": return np.sign(v) * np.log1p(abs(v) / self.threshold)
            return v
        def points(self, values):
            v = np.array([np.nan if x is None else x for x in values], float)
            low, high = self.warped(np.array([self.low, self.high]))
            with np.errstate(all="ignore"):
                where = self.start + (self.warped(v) - low) / (high - low) * (self.end - self.start)
            where[(v < self.low) | (v > self.high)] = np.nan
            return where
    def drawn(group):
        lines, dots = [], []
        for item in group.iter():
            if item.tag == svg + "circle": dots.append((float(item.get("cx")), float(item.get("cy"))))
            if item.tag != svg + "path": continue
            pen = RecordingPen(); parse_path(item.get("d"), pen)
            start = here = None
            corners = []
            for name, places in pen.value:
                if name == "moveTo":
                    if len(corners) > 1: dots.append(tuple(np.mean([np.min(corners, 0), np.max(corners, 0)], 0)))
                    start = here = places[-1]; corners = [here]
                elif name == "closePath": lines.append((here, start)); here = start
                elif name != "endPath":
                    lines.append((here, places[-1])); here = places[-1]; corners += places
            if corners: dots.append(tuple(np.mean([np.min(corners, 0), np.max(corners, 0)], 0)))
        return np.array(lines).reshape(-1, 4), np.array(dots).reshape(-1, 2)
    def distances(x, y, lines):
        # From each place to the nearest drawn line.
        out = []
        for px, py in zip(x, y):
            a, b = lines[:, :2], lines[:, 2:]
            d = b - a
            length = (d ** 2).sum(1)
            share = np.clip(((np.array([px, py]) - a) * d).sum(1) / np.where(length > 0, length, 1), 0, 1)
            out.append(np.sqrt(((a + share[:, None] * d - [px, py]) ** 2).sum(1)).min())
        return np.array(out)
    total = collections.Counter()
    for path in sorted(glob.glob(folder + "/*.svg")):
        name = os.path.basename(path)[:-4]
        figure = json.load(open(folder + "/" + name + ".json"))
        root = tree.parse(path).getroot()
        frames, groups = {}, collections.defaultdict(list)
        for group in root.iter(svg + "g"):
            if group.get("data-area"): frames[int(group.get("data-panel"))] = group
            elif group.get("data-role") == "mark": groups[int(group.get("data-panel", "0")), group.get("data-series", "")].append(group)
        for number, panel in enumerate(figure["panels"]):
            if number not in frames: continue
            left, top, right, bottom = map(float, frames[number].get("data-area").split())
            kinds = frames[number].get("data-x-kind"), frames[number].get("data-y-kind")
            if "category" in kinds or "categories" in kinds: continue
            across, up = Axis(frames[number], "x", left, right), Axis(frames[number], "y", bottom, top)
            for mark in panel["marks"]:
                (kind, m), = mark.items()
                if kind not in ("line", "dots") or m.get("steps", "none") != "none": continue
                x, y = across.points(m["x"]), up.points(m["y"])
                sure = np.isfinite(x) & np.isfinite(y)
                if not sure.any(): continue
                x, y = x[sure], y[sure]
                if len(x) > 400: x, y = x[:: len(x) // 400], y[:: len(y) // 400]
                found = [drawn(g) for g in groups[number, m.get("series", "") or ""]]
                if not found:
                    print(name, "has no marks of", repr(m.get("series"))); continue
                if kind == "line": worst = distances(x, y, np.vstack([f[0] for f in found])).max()
                else:
                    dots = np.vstack([f[1] for f in found])
                    worst = max(np.hypot(dots[:, 0] - px, dots[:, 1] - py).min() for px, py in zip(x, y))
                total[kind] += len(x)
                if worst > 0.2: print(name, number, kind, m.get("series"), "is off by %.3f pt" % worst)
                total["worst"] = max(total["worst"], round(worst,3))
            # What the labels of the axis say has to be where they stand.
            for group in root.iter(svg + "g"):
                if group.get("data-role") != "tickLabel" or group.get("data-panel") != str(number): continue
                if group.get("text-anchor") != "middle" or across.kind != "linear": continue
                for text in group.iter(svg + "text"):
                    try: value = float("".join(text.itertext()).replace("\u2212", "-"))
                    except ValueError: continue
                    where = across.points([value])[0]
                    if text.get("transform") or not abs(float(text.get("x")) - where) < 0.2: print(name, number, "label", value, text.get("x"), where)
                    total["labels"] += 1
    print(*("%s %s" % item for item in sorted(total.items())), sep="\n")
    """#
}
