-- Asks for one path after another out of a file, each as likely as the others; prints what it saw.
-- Arguments: the file, the token, and the mean pause of a connection between two requests in
-- milliseconds (0: none).
local requests = {}
local pause = 0
local thread = 0

function setup(one)
  thread = thread + 1
  one:set("seed", thread)
end

function init(arguments)
  math.randomseed(seed * 7919)
  wrk.headers["Authorization"] = "Bearer " .. arguments[2]
  for path in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
  pause = tonumber(arguments[3])
  if pause > 0 then
    -- Even between nothing and twice the mean, so that connections do not march in step.
    delay = function()
      return math.random(0, 2 * pause)
    end
  end
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  io.write(
    string.format(
      "figures %d %d %d %d %d %d %d\n",
      summary.requests,
      summary.duration,
      summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
      latency:percentile(50),
      latency:percentile(95),
      latency:percentile(99),
      latency.max
    )
  )
end
