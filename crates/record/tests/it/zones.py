"""Days around every change of every time zone, as the standard library of Python says them."""
import sys
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

FIRST, LAST = datetime(2015, 1, 1, tzinfo=timezone.utc), datetime(2036, 1, 1, tzinfo=timezone.utc)
STEP = timedelta(days=3)


def offset(at, zone):
    return at.astimezone(zone).utcoffset()


def changes(zone):
    at = FIRST
    while at < LAST:
        end = min(at + STEP, LAST)
        if offset(at, zone) != offset(end, zone):
            low, high = at, end
            while high - low > timedelta(seconds=1):
                middle = low + timedelta(seconds=(high - low).total_seconds() // 2)
                low, high = (middle, high) if offset(middle, zone) == offset(low, zone) else (low, middle)
            yield high
        at = end


STARTS = int(sys.argv[1])
for name in sorted(available_timezones()):
    if name in ("localtime", "Factory"):
        continue
    zone = ZoneInfo(name)
    for change in changes(zone):
        for seconds in (-7200, -3600, -60, -1, 0, 1, 60, 3600, 7200):
            at = change + timedelta(seconds=seconds)
            wall = at.astimezone(zone)
            # A day of the person's begins in the night, by the clock on the wall.
            is_before = wall.hour * 60 + wall.minute < STARTS
            day = wall.date() - timedelta(days=1) if is_before else wall.date()
            east = int(wall.utcoffset().total_seconds())
            print(name, int(at.timestamp()), day, wall.strftime("%Y-%m-%dT%H:%M"), east, sep=",")
