import ChargingModels
import Peers
import Testing

@Suite("Perfect foresight")
struct PerfectForesightTests {
  @Test("buys cheap and gives dear, within the battery's powers")
  func example() {
    let plan = PerfectForesight(
      load: [50, 50], prices: [0.1, 0.3], battery: StationBattery(capacity: 100),
      levels: 8501)
    #expect(plan.setpoints[0] < 0 && plan.setpoints[1] > 0)
    // Up to 95 kWh from 50 takes 45/√0.9; back down to 50 gives 45 · √0.9.
    let root = 0.9.squareRoot()
    let expected = 0.1 * (50 + 45 / root) + 0.3 * (50 - 45 * root)
    #expect((plan.cost - expected).magnitude < 0.03)
  }

  @Test(
    "is never better than the linear program of SciPy and HiGHS, and hardly worse",
    .enabled(if: Peer.isThere, "\(Peer.missing)"))
  func linearProgram() throws {
    var random = FixedRandom(seed: 8)
    func number(_ range: ClosedRange<Double>) -> Double {
      Double.random(in: range, using: &random)
    }
    var (cases, plans): ([String], [PerfectForesight]) = ([], [])
    for _ in 0..<12 {
      let load = (0..<24).map { _ in number(-150...300) }
      let prices = (0..<24).map { _ in number(0.05...0.4) }
      let battery = StationBattery(
        capacity: number(100...500), chargePower: number(20...120),
        dischargePower: number(20...120))
      let (export, limit) = (number(0...0.05), number(0...100))
      plans.append(
        PerfectForesight(
          load: load, prices: prices, export: export, grid: 500, exportLimit: limit,
          battery: battery, levels: 1201))
      let numbers =
        [battery.capacity, battery.chargePower, battery.dischargePower, export, limit] + load
        + prices
      cases.append(numbers.map { "\($0)" }.joined(separator: " "))
    }
    let script = """
      import sys, numpy as np
      from scipy.optimize import linprog
      for line in open(sys.argv[1]):
          v=list(map(float,line.split())); C,pc,pd,ex,lim=v[:5]; L=v[5:29]; p=v[29:53]; n=24
          eta=0.9**.5
          # import, export, charge, discharge, curtail per hour
          c=np.concatenate([p,[-ex]*n,[0]*n,[0]*n,[0]*n])
          A=np.zeros((n,5*n)); b=np.zeros(n)
          for k in range(n):
              A[k,k]=1; A[k,n+k]=-1; A[k,2*n+k]=-1; A[k,3*n+k]=1; A[k,4*n+k]=-1; b[k]=L[k]
          G=[];h=[]
          for k in range(n):
              row=np.zeros(5*n); row[2*n:2*n+k+1]=eta; row[3*n:3*n+k+1]=-1/eta
              G.append(row); h.append(C*.95-C*.5); G.append(-row); h.append(C*.5-C*.1)
          row=np.zeros(5*n); row[2*n:3*n]=-eta; row[3*n:4*n]=1/eta; G.append(row); h.append(0)
          r=linprog(c,A_ub=np.array(G),b_ub=h,A_eq=A,b_eq=b,bounds=[(0,500)]*n+[(0,lim)]*n+[(0,pc)]*n+[(0,pd)]*n+[(0,None)]*n,method='highs')
          print(repr(float(r.fun)))
      """
    for (plan, answer) in zip(plans, try Peer.lines(from: script, cases: cases)) {
      let optimum = try #require(Double(answer))
      #expect(plan.cost >= optimum - 1e-6, "\(plan.cost), optimum \(optimum)")
      #expect(plan.cost <= optimum + 0.01 * optimum.magnitude + 0.1, "\(plan.cost) for \(optimum)")
      #expect(plan.notServed == 0)
    }
  }
}
