import CCairo
import CDeflate
import CFriBidi
import CGIF
import CHarfBuzz
import CQPDF
import Figures
import Text

func probe() -> Int32 { cairo_version() }
