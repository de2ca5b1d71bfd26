"""The hundred measures of measures.txt over the same log, written by hand with pandas as an analyst would: grouped frames, no loops over cases.

python3 measures_pandas.py FILE.csv  ->  one JSON object: seconds, peak memory, and for every measure what its values add up to and its figure.
"""
import json
import resource
import sys
import time

import numpy as np
import pandas as pd

HOUR, DAY = 3_600_000_000, 86_400_000_000
CONTACTS = ["Claim reported", "Documents received", "Chase call", "Complaint", "Pay out", "Car collected", "Feedback call", "Claim withdrawn"]
FAILURES = ["Chase call", "Complaint"]


def cpu():
    return time.process_time()


began = cpu()
df = pd.read_csv(
    sys.argv[1],
    dtype={"case": "category", "customer": "category", "activity": "category", "person": "category", "team": "category",
           "channel": "category", "region": "category", "cost": "float64", "amount": "float64"},
    parse_dates=["start", "time"])
df["start"] = df["start"].astype("int64") // 1000
df["time"] = df["time"].astype("int64") // 1000
df["case"] = df["case"].cat.codes
df = df.sort_values(["case", "time"], kind="stable", ignore_index=True)
horizon = int(df["time"].max())

# What the map says of the log.
df["contact"] = df["activity"].isin(CONTACTS)
df["failure"] = df["activity"].isin(FAILURES)
df["handoff"] = (df["team"] != df["team"].shift()) & (df["case"] == df["case"].shift())
read = cpu()
read_peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


class View:
    """Rows by subject (a case, or a customer whose cases are merged by time), and how the subjects stand."""

    def __init__(self, rows, ends, lost):
        self.rows = rows.assign(pos=np.arange(len(rows)))
        self.count = int(rows["subject"].max()) + 1
        self.start_rows = self.rows.drop_duplicates("subject").set_index("subject")[["pos"]]
        self.start_rows["start"] = self.rows.groupby("subject")["start"].min()
        self.ends = self.rows.loc[ends.reindex(self.rows.index, fill_value=False)].drop_duplicates("subject", keep="last").set_index("subject")[["pos", "time"]]
        self.ended = np.zeros(self.count, bool)
        self.ended[self.ends.index] = True
        self.lost = lost


def case_view():
    rows = df.rename(columns={"case": "subject"})
    ends = rows["activity"].isin(["Close claim", "Claim withdrawn"])
    lost = rows[rows["activity"] == "Claim withdrawn"].drop_duplicates("subject").set_index("subject")["time"]
    return View(rows, ends, lost)


def customer_view(by_case):
    codes, _ = pd.factorize(df["customer"])
    rows = df.assign(subject=codes)
    ends = rows["activity"].isin(["Close claim", "Claim withdrawn"])
    case_ended = pd.Series(by_case.ended)
    first = rows.drop_duplicates("case").set_index("case")["subject"]
    all_ended = case_ended.groupby(first).all()
    ends &= rows["subject"].map(all_ended)
    # Lost when every case is lost or closed and one is lost: the latest loss. Here a withdrawal also closes.
    lost = by_case.lost.groupby(first).max()
    lost = lost[all_ended.reindex(lost.index)]
    rows = rows.sort_values(["subject", "time"], kind="stable")
    return View(rows, ends, lost)


class Values:
    """State (k known, o open, l lost, - none), value and wait of every subject that is not left out."""

    def __init__(self, state, value, wait=None, keep=None, only_known=False):
        self.only_known = only_known
        self.state, self.value, self.wait = np.asarray(state), np.asarray(value, "float64"), wait
        if keep is not None:
            self.state, self.value = self.state[keep], self.value[keep]
            self.wait = None if wait is None else np.asarray(wait)[keep]

    def sums(self):
        out = {s: int((self.state == s).sum()) for s in "kol-"}
        out["value"] = float(self.value[self.state != "-"].sum())
        out["wait"] = 0.0 if self.wait is None else float(np.asarray(self.wait)[self.state != "-"].sum())
        return out


def mask(v, names=None, where=None):
    rows = v.rows
    if names is None:
        m = np.ones(len(rows), bool)
    elif isinstance(names, str):
        m = rows[names].to_numpy()
    else:
        m = rows["activity"].isin(names).to_numpy()
    return m if where is None else m & where(rows).to_numpy()


def anchor(v, spec, where=None):
    """The rows of an anchor, one a subject: its place and when a time from it begins."""
    if spec == "start":
        return v.start_rows
    if spec == "end":
        return v.rows.loc[v.rows["pos"].isin(v.ends["pos"]), ["subject", "pos", "start"]].set_index("subject")
    which, names = spec
    return v.rows.loc[mask(v, names, where), ["subject", "pos", "start"]].drop_duplicates("subject", keep=which).set_index("subject")


def duration(v, clock, begin, done, keep=None):
    """From begin (by subject) to done (by subject, missing where it has not happened)."""
    state = np.full(v.count, "-", dtype="U1")
    value = np.zeros(v.count)
    frame = pd.DataFrame({"start": begin}).join(done.rename("done"))
    frame["lost"] = v.lost.reindex(frame.index)
    known = frame["done"].notna()
    lost = ~known & (frame["lost"] >= frame["start"])
    end = frame["done"].where(known, frame["lost"].where(lost, horizon)).astype("int64")
    state[frame.index] = np.select([known, lost], ["k", "l"], "o")
    value[frame.index] = np.maximum(0, clock(end.to_numpy()) - clock(frame["start"].to_numpy()))
    return Values(state, value, keep=keep)


def wall(micros):
    return micros


def office(micros):
    """Working time since 1970, Mon-Fri 09:00-17:00 UTC."""
    day, rest = np.divmod(micros, DAY)
    # 1970-01-01 was a Thursday: count working days since the Monday before.
    weeks, weekday = np.divmod(day + 3, 7)
    before = weeks * 5 + np.minimum(weekday, 5)
    return before * 8 * HOUR + np.where(weekday < 5, np.clip(rest - 9 * HOUR, 0, 8 * HOUR), 0)


def time_between(v, start, end, where=None, clock=wall, keep=None):
    a = anchor(v, start, where)
    if end == "end":
        e = v.ends.join(a["pos"].rename("from"), how="inner")
        done = e.loc[e["pos"] >= e["from"], "time"]
    else:
        which, names = end
        e = v.rows.loc[mask(v, names, where), ["subject", "pos", "time"]].join(a["pos"].rename("from"), on="subject", how="inner")
        done = e[e["pos"] >= e["from"]].drop_duplicates("subject", keep=which).set_index("subject")["time"]
    return duration(v, clock, a["start"], done, keep)


def once_ended(v, value, keep=None):
    return Values(np.where(v.ended, "k", "o"), value, keep=keep)


def by_subject(v, series):
    return series.reindex(range(v.count), fill_value=0).to_numpy()


def count(v, names=None, where=None, keep=None):
    return once_ended(v, by_subject(v, v.rows.loc[mask(v, names, where)].groupby("subject").size()), keep)


def distinct(v, column):
    return once_ended(v, by_subject(v, v.rows.groupby("subject")[column].nunique()))


def repeats(v, names):
    rows = v.rows.loc[mask(v, names), ["subject", "activity"]]
    n = rows.groupby("subject").size()
    return once_ended(v, by_subject(v, n - rows.drop_duplicates().groupby("subject").size()))


def has(v, names, after=None, within=None, before=None, negated=False, by_name=True):
    rows = v.rows.loc[mask(v, names), ["subject", "pos", "time"]]
    state = np.full(v.count, "-", dtype="U1")
    value, wait = np.zeros(v.count), np.zeros(v.count)
    a = v.start_rows if after is None else anchor(v, after)
    if before is not None:
        a = anchor(v, before)
        found = rows.join(a["pos"].rename("anchor"), on="subject", how="inner")
        found = found[found["pos"] < found["anchor"]].drop_duplicates("subject").set_index("subject")["time"]
        frame = pd.DataFrame({"start": v.start_rows["start"].reindex(a.index), "until": a["start"]}).join(found.rename("done"))
        yes = frame["done"].notna()
        state[frame.index] = "k"
        wait[frame.index] = np.maximum(0, frame["done"].where(yes, frame["until"]) - frame["start"])
    else:
        if after is not None:
            rows = rows.join(a[["pos", "start"]].rename(columns={"pos": "anchor", "start": "since"}), on="subject", how="inner")
            rows = rows[rows["pos"] > rows["anchor"]]
            if within is not None:
                rows = rows[rows["time"] - rows["since"] <= within]
        found = rows.drop_duplicates("subject").set_index("subject")["time"]
        frame = pd.DataFrame({"start": a["start"]}).join(found.rename("done"))
        yes = frame["done"].notna()
        lost = v.lost.reindex(frame.index)
        lost = (lost - frame["start"]).where((lost >= frame["start"]) & (not negated))
        if within is None:
            end = np.maximum(0, v.ends["time"].reindex(frame.index) - frame["start"])
            sure = pd.concat([end, lost], axis=1).min(axis=1)
        else:
            sure = lost.where((lost <= within) & by_name)
            sure = sure.where(sure.notna() | (horizon - frame["start"] < within), within)
        waited = np.maximum(0, frame["done"] - frame["start"]).where(yes, sure.where(sure.notna(), horizon - frame["start"]))
        state[frame.index] = np.where(yes | sure.notna(), "k", "o")
        wait[frame.index] = waited
    value[frame.index] = np.where(state[frame.index] == "k", yes.to_numpy() != negated, 0)
    return Values(state, value, wait)


def waiting(v, names=None, clock=wall):
    rows = v.rows
    same = rows["subject"] == rows["subject"].shift()
    waits = pd.Series(0, rows.index, dtype="int64")
    m = same.to_numpy() & mask(v, names)
    begin, previous = rows["start"].to_numpy()[m], rows["time"].shift(fill_value=0).to_numpy()[m]
    waits[m] = np.where(previous < begin, clock(begin) - clock(previous), 0)
    return once_ended(v, by_subject(v, waits.groupby(rows["subject"]).sum()))


def touch(v, names=None, where=None):
    rows = v.rows.loc[mask(v, names, where)]
    return once_ended(v, by_subject(v, (rows["time"] - rows["start"]).clip(lower=0).groupby(rows["subject"]).sum()))


def aggregate(v, how, column, where=None, keep=None):
    grouped = v.rows.loc[mask(v, None, where)].groupby("subject")[column]
    value = getattr(grouped, how)().where(grouped.count() > 0).reindex(range(v.count))
    known = value.notna().to_numpy()
    state = np.where(known, np.where(v.ended | (how != "sum"), "k", "o"), np.where(v.ended, "-", "o"))
    return Values(state, value.fillna(0), keep=keep)


def value_at(v, column, which, names):
    rows = v.rows.loc[mask(v, names)].drop_duplicates("subject", keep=which).set_index("subject")[column].reindex(range(v.count))
    known = rows.notna().to_numpy()
    return Values(np.where(known, "k", np.where(v.ended, "-", "o")), rows.fillna(0), only_known=True)


def incidence(t, event):
    """Cumulative incidence of event 1 against 2 with 0 open (Aalen-Johansen; without 2 it is Kaplan-Meier), as steps."""
    order = np.argsort(t, kind="stable")
    t, event = t[order], event[order]
    times, first = np.unique(t, return_index=True)
    at_risk = len(t) - first
    ends = np.append(first[1:], len(t))
    hit = np.concatenate([[0], np.cumsum(event == 1)])
    gone = np.concatenate([[0], np.cumsum(event > 0)])
    d, all_gone = hit[ends] - hit[first], gone[ends] - gone[first]
    survival = np.cumprod(1 - all_gone / at_risk)
    before = np.concatenate([[1.0], survival[:-1]])
    return times, np.cumsum(before * d / at_risk)


def figure(values, goal):
    some = values.state != "-"
    if values.only_known:
        some = values.state == "k"
    state, value = values.state[some], values.value[some]
    if values.wait is not None:
        yes = value.mean() if (state == "k").all() else None
        if yes is None:
            # What is looked for happened, or it is certain that it will not; has no is the mirror.
            negated = goal == "no"
            happened = (state == "k") & ((value == 1) != negated)
            event = np.where(happened, 1, np.where(state == "k", 2, 0))
            waits = np.asarray(values.wait)[some]
            happened, never = (incidence(waits, np.where(event == 0, 0, np.where(event == one, 1, 2)))[1][-1] for one in (1, 2))
            # Whoever waited longest may still go either way.
            yes = happened / (happened + never)
            yes = 1 - yes if negated else yes
        return float(yes)
    kind, bound = goal
    if kind == "mean":
        return float(value.mean())
    if kind.startswith("time "):
        times, rises = incidence(value, np.select([state == "k", state == "l"], [1, 2], 0))
        if kind == "time share":
            at = np.searchsorted(times, bound, side="right") - 1
            return float(rises[at]) if at >= 0 else 0.0
        reached = np.flatnonzero(rises >= bound - 1e-12)
        return float(times[reached[0]]) if len(reached) else None
    if kind.endswith("share"):
        # A running case that is above the bound is decided; one that is not may still rise above it.
        decided = (state == "k") | (value > bound)
        return float((value[decided] <= bound).mean())
    return float(np.quantile(value, bound))


A = lambda *names: list(names)
first, last = (lambda *n: ("first", A(*n))), (lambda *n: ("last", A(*n)))
within = lambda micros: ("time share", micros)
p = lambda share: ("time p", share)
ct_p = lambda share: ("p", share)
le = lambda bound: ("share", bound)
mean = ("mean", 0)
CR = "Claim reported"


def region_in(*regions):
    return df.drop_duplicates("case").set_index("case")["region"].isin(regions).to_numpy()


def case_has(m):
    return np.isin(np.arange(int(df["case"].max()) + 1), df.loc[m, "case"].unique())


def started_since(day):
    return (df.groupby("case")["start"].min() >= pd.Timestamp(day).value // 1000).to_numpy()


def measures(c, k):
    t = lambda a, b, **more: time_between(c, a, b, **more)
    phone = lambda r: r["channel"] == "phone"
    motor = lambda r: r["team"] == "Motor"
    yield t(first(CR), first("Register claim")), within(DAY)
    yield t(first(CR), first("Check cover")), within(3 * DAY)
    yield t(first(CR), first("Assess damage")), p(.5)
    yield t(first(CR), first("Order repair")), within(20 * DAY)
    yield t(first(CR), first("Repair car")), p(.9)
    yield t(first(CR), first("Approve payment")), within(30 * DAY)
    yield t(first(CR), first("Pay out")), within(35 * DAY)
    yield t(first(CR), first("Car collected")), within(40 * DAY)
    yield t(first(CR), first("Close claim")), within(45 * DAY)
    yield t(first("Request documents"), first("Documents received")), within(10 * DAY)
    yield t(first("Documents received"), first("Assess damage")), p(.5)
    yield t(first("Assess damage"), first("Order repair")), within(5 * DAY)
    yield t(first("Assess damage"), first("Reassess damage")), within(5 * DAY)
    yield t(first("Order repair"), first("Repair car")), p(.9)
    yield t(first("Repair car"), first("Car collected")), within(15 * DAY)
    yield t(first("Approve payment"), first("Pay out")), within(5 * DAY)
    yield t(first("Pay out"), first("Close claim")), within(20 * DAY)
    yield t(first("Complaint"), first("Escalate")), within(2 * DAY)
    yield t(first("Complaint"), first("Close claim")), p(.5)
    yield t(first("Chase call"), first("Pay out")), p(.5)
    yield t(first(CR), last("Chase call")), within(30 * DAY)
    yield t(first("Request documents"), last("Documents received")), within(20 * DAY)
    yield t(first("Assess damage"), last("Reassess damage")), within(6 * DAY)
    yield t(last("Documents received"), first("Approve payment")), p(.5)
    yield t(last("Chase call"), first("Close claim")), p(.5)
    yield t("start", "end"), within(50 * DAY)
    yield t("start", first("Pay out")), p(.5)
    yield t("start", first("Assess damage")), within(14 * DAY)
    yield t(first("Pay out"), "end"), within(20 * DAY)
    yield t(first("Assess damage"), "end"), p(.9)
    yield t(first(CR), first("Assess damage"), clock=office), within(60 * HOUR)
    yield t(first(CR), first("Pay out"), clock=office), p(.5)
    yield t(first("Request documents"), first("Documents received"), clock=office), within(60 * HOUR)
    yield t("start", "end", clock=office), within(300 * HOUR)
    yield count(c, A("Chase call")), mean
    yield count(c, A("Complaint")), le(0)
    yield count(c, A("Escalate")), mean
    yield count(c, A("Request documents")), mean
    yield count(c, A("Documents received")), mean
    yield count(c, A("Assess damage", "Reassess damage")), le(1)
    yield count(c, [a for a in df["activity"].cat.categories if a.startswith("Check")]), mean
    yield count(c, A("Chase call", "Complaint", "Escalate")), le(1)
    yield count(c, "contact"), mean
    yield count(c, "failure"), mean
    yield count(c, "handoff"), mean
    yield count(c), ct_p(.9)
    yield distinct(c, "person"), mean
    yield distinct(c, "team"), ct_p(.9)
    yield distinct(c, "channel"), ct_p(.5)
    yield repeats(c, A("Request documents")), mean
    yield repeats(c, A("Chase call")), le(1)
    yield repeats(c, A("Chase call", "Request documents", "Documents received")), mean
    yield repeats(c, None), mean
    yield has(c, A("Car collected")), "yes"
    yield has(c, A("Pay out")), "yes"
    yield has(c, A("Complaint")), "yes"
    yield has(c, A("Reassess damage")), "yes"
    yield has(c, A("Chase call"), negated=True), "no"
    yield has(c, A("Complaint"), negated=True), "no"
    yield has(c, A("Claim withdrawn"), negated=True), "no"
    yield has(c, A("Register claim"), first(CR), 2 * DAY), "yes"
    yield has(c, A("Assess damage"), first(CR), 10 * DAY), "yes"
    yield has(c, A("Pay out"), first(CR), 30 * DAY), "yes"
    yield has(c, A("Documents received"), first("Request documents"), 7 * DAY), "yes"
    yield has(c, A("Car collected"), first("Repair car"), 14 * DAY), "yes"
    yield has(c, A("Close claim"), first("Pay out"), 21 * DAY), "yes"
    yield has(c, "contact", first("Pay out"), 14 * DAY, by_name=False), "yes"
    yield has(c, "failure", first("Approve payment"), 30 * DAY, negated=True, by_name=False), "no"
    yield has(c, A("Chase call"), before=first("Assess damage")), "yes"
    yield waiting(c, A("Assess damage")), ct_p(.5)
    yield waiting(c, A("Approve payment")), ct_p(.9)
    yield waiting(c, A("Repair car")), le(10 * DAY)
    yield waiting(c), ct_p(.5)
    yield waiting(c, A("Assess damage"), office), ct_p(.5)
    yield touch(c, A("Assess damage")), ct_p(.5)
    yield touch(c, A("Repair car")), mean
    yield touch(c), ct_p(.9)
    yield aggregate(c, "sum", "cost"), mean
    yield aggregate(c, "mean", "cost"), ct_p(.5)
    yield aggregate(c, "max", "cost"), ct_p(.9)
    yield aggregate(c, "min", "cost"), mean
    yield value_at(c, "amount", "last", A("Pay out")), ct_p(.5)
    yield value_at(c, "amount", "first", A("Approve payment")), mean
    yield count(c, "contact", phone), mean
    yield count(c, None, lambda r: r["team"].isin(["Motor", "Legal"])), mean
    yield count(c, None, lambda r: r["cost"] > 50), mean
    yield count(c, None, lambda r: r["person"].isna()), mean
    yield aggregate(c, "sum", "cost", motor), mean
    yield t(first("Chase call"), last("Chase call"), where=phone), p(.5)
    yield touch(c, None, lambda r: (r["team"] == "Motor") & r["channel"].isna()), mean
    yield count(c, A("Chase call"), keep=region_in("North")), mean
    yield t("start", "end", keep=region_in("North", "East")), within(50 * DAY)
    yield aggregate(c, "sum", "cost", keep=case_has(df["channel"] == "web")), mean
    yield t(first(CR), first("Pay out"), keep=case_has(df["activity"] == "Complaint")), p(.5)
    yield count(c, keep=started_since("2025-01-01")), mean
    yield count(k), mean
    yield count(k, A("Chase call")), mean
    yield time_between(k, "start", first("Complaint")), within(90 * DAY)
    yield aggregate(k, "sum", "cost"), mean
    yield has(k, A("Complaint")), "yes"


wall_began, started = time.perf_counter(), cpu()
by_case = case_view()
results = []
for values, goal in measures(by_case, customer_view(by_case)):
    results.append({**values.sums(), "figure": figure(values, goal)})
json.dump({
    "engine": f"pandas {pd.__version__}", "events": len(df), "cases": by_case.count, "readCpuSeconds": read - began, "cpuSeconds": cpu() - started,
    "wallSeconds": time.perf_counter() - wall_began, "readPeakBytes": read_peak * 1024,
    "logBytes": int(df.memory_usage(deep=False).sum()),
    "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024, "measures": results}, sys.stdout)
