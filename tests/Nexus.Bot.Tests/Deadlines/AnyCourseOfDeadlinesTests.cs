using Microsoft.EntityFrameworkCore;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Features.Deadlines;
using Nexus.Bot.Tests.Deliveries;
using Nexus.Bot.Tests.Support;
using Nexus.Bot.Times;
using Nexus.Discord;
using static Nexus.Bot.Tests.Deadlines.DeadlineWorld;

namespace Nexus.Bot.Tests.Deadlines;

/// <summary>
/// Whatever people, mentors, Discord and the machine do: nobody is reminded twice for a rung of a time, nor when they do not want or
/// need it, and nobody who does is left out.
/// </summary>
public sealed class AnyCourseOfDeadlinesTests
{
    // So long before a rung somebody has to be in the role to be sure to get it, and so long a failed request may take.
    private static readonly TimeSpan s_sure = DeadlinePlanner.Look + TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_retried = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public async Task Each_rung_of_each_time_comes_once_to_those_who_need_it_and_to_nobody_else(int seed)
    {
        await using var world = await StartAsync();
        var course = new Course(world, new Random(seed));

        await course.RunAsync();

        await course.CheckAsync();
    }

    private sealed record State(DateTimeOffset Since, bool InRole, bool Done, bool Muted, bool Silent)
    {
        public bool Wants => this is { Done: false, Muted: false, Silent: false };
    }

    private sealed class Course(DeadlineWorld world, Random random)
    {
        private static readonly string?[] s_zones = [null, "Pacific/Auckland", "Asia/Kolkata", "America/New_York", "UTC"];

        private readonly List<TestPerson> _people = [.. s_zones.Select((_, place) => Ada with { Number = 110UL + (ulong)place })];
        private readonly Dictionary<Snowflake, List<State>> _states = [];
        private readonly List<(DateTimeOffset Since, DateTimeOffset? Due)> _times = [];
        private readonly List<(DateTimeOffset From, DateTimeOffset To)> _asleep = [];

        public async Task RunAsync()
        {
            world.Leave(Ada);
            foreach (var (who, zone) in _people.Zip(s_zones))
            {
                world.Join(who);
                _states[who.Id] = [new State(world.Now, true, false, false, false)];
                if (zone is not null)
                {
                    await world.ChooseZoneAsync(who, zone);
                }
            }

            world.Channel.Close(ChannelOnDiscord.DmOf(_people[^1].Id), 403, DiscordErrorCode.CannotSendToUser);
            var due = world.Now.AddDays(3).AddHours(random.Next(1, 20));
            await world.AddAsync(TimeText.ToKeep(due));
            _times.Add((world.Now, due));
            for (var step = 0; step < 30; step++)
            {
                await world.PassAsync(TimeSpan.FromMinutes(random.Next(5, 600)));
                world.Sleep(TimeSpan.FromSeconds(1));
                await ActAsync(_people[random.Next(_people.Count)]);
            }

            await world.PassUntilAsync((_times[^1].Due ?? world.Now).AddHours(1));
        }

        public async Task CheckAsync()
        {
            await using var db = world.Slice.Db();
            var sent = await db.In<DeadlineReminder>(Interactions.Guild)
                .Join(db.In<Delivery>(Interactions.Guild), reminder => reminder.Id, row => row.SubjectId, (reminder, row) => new { reminder.UserId, reminder.Rung, reminder.About, row.State, row.SentAt })
                .Where(it => it.State == DeliveryState.Sent)
                .ToListAsync();
            Assert.Equal(sent.Count, world.Channel.Texts.Count);
            var rungs = sent.Where(it => it.Rung <= Rung.TwoHours).ToList();
            Assert.Equal(rungs.Count, rungs.Select(it => (it.UserId, it.Rung, it.About)).Distinct().Count());
            Assert.All(rungs, it =>
            {
                var at = it.SentAt!.Value;
                var (now, before) = (At(_states[it.UserId], at), At(_states[it.UserId], at - TimeSpan.FromMinutes(1)));
                Assert.True(now.Wants && (now.InRole || before.InRole), $"{it} was not wanted: {now}");
                Assert.Equal(it.About, _times.Last(time => time.Since <= at).Due);
                Assert.True(at < it.About, $"{it} came after the deadline.");
            });

            var needed = 0;
            for (var index = 0; index < _times.Count; index++)
            {
                var (since, due) = _times[index];
                var until = index + 1 < _times.Count ? _times[index + 1].Since : DateTimeOffset.MaxValue;
                foreach (var (who, zone) in _people.Zip(s_zones))
                {
                    foreach (var rung in due is null ? [] : Ladder.Rungs)
                    {
                        var at = Ladder.At(rung, due!.Value, Zones.Named(zone));
                        if (at > since && at + s_retried < until && Needs(who, at))
                        {
                            needed++;
                            Assert.True(rungs.Exists(it => it.UserId == who.Id && it.Rung == rung && it.About == due), $"{who.Number} never got {rung} of {due:u}, due {at:u}.");
                        }
                    }
                }
            }

            Assert.InRange(needed, 3, int.MaxValue);
        }

        private async Task ActAsync(TestPerson who)
        {
            var (id, state) = (await world.IdAsync(), _states[who.Id][^1]);
            switch (random.Next(14))
            {
                case 0 or 1:
                    (state.InRole ? (Action<TestPerson>)world.Leave : world.Join)(who);
                    Now(who, state with { InRole = !state.InRole });
                    break;
                case 2 or 3 when _times[^1].Due is not null:
                    await world.Slice.PressAsync(who, (state.Done ? UnfinishDeadlineButton.Spec : FinishDeadlineButton.Spec).For(id));
                    Now(who, state with { Done = !state.Done });
                    break;
                case 4:
                    await world.Slice.PressAsync(who, (state.Muted ? UnmuteDeadlineButton.Spec : MuteDeadlineButton.Spec).For(id));
                    Now(who, state with { Muted = !state.Muted });
                    break;
                case 5:
                    await world.Slice.RunAsync(who, state.Silent ? "deadline unmute" : "deadline mute");
                    Now(who, state with { Silent = !state.Silent });
                    break;
                case 6:
                    var removed = _times[^1].Due is null;
                    await world.Slice.PressAsync(TestPerson.Mentor, (removed ? RestoreDeadlineButton.Spec : RemoveDeadlineButton.Spec).For(id));
                    _times.Add((world.Now, removed ? (await world.DeadlineAsync()).DueAt : null));
                    break;
                case 7 or 8 when _times[^1].Due is not null:
                    // Now and then back to a time that it has had before.
                    var earlier = _times.Where(time => time.Due > world.Now).Select(time => time.Due!.Value).ToList();
                    var due = random.Next(3) == 0 && earlier.Count > 0 ? earlier[random.Next(earlier.Count)] : world.Now.AddMinutes(random.Next(60, 6_000));
                    await world.AsMentorAsync("edit", new { deadline = id, when = TimeText.ToKeep(due) });
                    due = (await world.DeadlineAsync()).DueAt;
                    if (due != _times[^1].Due)
                    {
                        _times.Add((world.Now, due));
                    }

                    break;
                case 9 or 10:
                    var from = world.Now;
                    world.Sleep(TimeSpan.FromMinutes(random.Next(10, 900)));
                    _asleep.Add((from, world.Now));
                    break;
                case 11:
                    world.Channel.Fail(ChannelOnDiscord.AnswerLost);
                    break;
                case 12:
                    world.Channel.Fail(ChannelOnDiscord.Refuses(500));
                    break;
            }
        }

        private void Now(TestPerson who, State state) => _states[who.Id].Add(state with { Since = world.Now });

        private bool Needs(TestPerson who, DateTimeOffset at) =>
            !_asleep.Exists(sleep => sleep.From <= at + s_retried && sleep.To >= at - s_sure)
            && _states[who.Id].Where(state => state.Since <= at + s_retried).ToList() is var states
            && states[^1] is { InRole: true, Wants: true }
            && (states[^1].Since <= at - s_sure || states.Where(state => state.Since > at - s_sure).Append(At(_states[who.Id], at - s_sure)).All(state => state is { InRole: true, Wants: true }));

        private static State At(List<State> states, DateTimeOffset moment) => states.LastOrDefault(state => state.Since <= moment) ?? states[0];
    }
}
