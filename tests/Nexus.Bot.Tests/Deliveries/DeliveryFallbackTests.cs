using Microsoft.Extensions.DependencyInjection;
using Moq;
using Nexus.Bot.Deliveries;
using Nexus.Discord;
using Nexus.Discord.Rest;
using static Nexus.Bot.Tests.Deliveries.DeliveryWorld;

namespace Nexus.Bot.Tests.Deliveries;

public sealed class DeliveryFallbackTests
{
    private static readonly Snowflake s_dm = ChannelOnDiscord.DmOf(Ada);

    [Fact]
    public async Task A_message_for_a_person_goes_to_their_DM()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1, DeliveryTarget.DmOf(Ada, orIn: Board));

        await world.SendDueAsync();

        Assert.Equal(["note 1"], world.Channel.TextsIn(s_dm));
        Assert.Equal((s_dm, null), ((await world.RowAsync(1)).PostedIn, (await world.RowAsync(1)).FellBack));
    }

    [Fact]
    public async Task A_DM_that_is_known_is_not_opened_again_not_even_by_a_restarted_program()
    {
        await using var world = new DeliveryWorld();
        await world.PlanAsync(1, DeliveryTarget.DmOf(Ada));
        await world.SendDueAsync();
        await using var restarted = world.Restarted();
        await world.PlanAsync(2, DeliveryTarget.DmOf(Ada));
        await restarted.GetRequiredService<SendDueDeliveriesJob>().SendDueAsync(CancellationToken.None);

        Assert.Equal(["note 1", "note 2"], world.Channel.TextsIn(s_dm));
        world.Slice.Discord.Verify(discord => discord.CreateDmAsync(Ada, It.IsAny<RequestOptions?>(), It.IsAny<CancellationToken>()), Moq.Times.Once);
    }

    [Fact]
    public async Task A_closed_DM_falls_back_to_the_channel_which_says_why()
    {
        await using var world = new DeliveryWorld();
        world.Channel.Close(s_dm, 403, DiscordErrorCode.CannotSendToUser);
        await world.PlanAsync(1, DeliveryTarget.DmOf(Ada, orIn: Board));

        await world.SendDueAsync();

        Assert.Equal(["note 1, here because of DmClosed"], world.Channel.TextsIn(Board));
        Assert.Equal((DeliveryState.Sent, Board), ((await world.RowAsync(1)).State, (await world.RowAsync(1)).PostedIn));
    }

    [Theory]
    [InlineData(404, DiscordErrorCode.UnknownChannel, "ChannelGone")]
    [InlineData(403, DiscordErrorCode.MissingAccess, "NotAllowed")]
    public async Task A_channel_that_is_gone_or_closed_falls_back_to_the_DM_which_says_why(int status, int code, string why)
    {
        await using var world = new DeliveryWorld();
        world.Channel.Close(Board, status, code);
        await world.PlanAsync(1, DeliveryTarget.In(Board, orDmOf: Ada));

        await world.SendDueAsync();

        Assert.Equal([$"note 1, here because of {why}"], world.Channel.TextsIn(s_dm));
    }

    [Fact]
    public async Task Where_both_places_are_closed_it_has_failed_with_both_reasons()
    {
        await using var world = new DeliveryWorld();
        world.Channel.Close(s_dm, 403, DiscordErrorCode.CannotSendToUser);
        world.Channel.Close(Board, 404, DiscordErrorCode.UnknownChannel);
        await world.PlanAsync(1, DeliveryTarget.DmOf(Ada, orIn: Board));

        await world.SendDueAsync();
        await world.PassAsync(3_600);

        var row = await world.RowAsync(1);
        Assert.Equal((DeliveryState.Failed, DeliveryFailure.ChannelGone, 10003, DeliveryFailure.DmClosed), (row.State, row.Failure, row.FailureCode, row.FellBack));
        Assert.Equal(2, world.Channel.Requests);
    }

    [Fact]
    public async Task For_somebody_who_has_left_nothing_is_written_elsewhere()
    {
        await using var world = new DeliveryWorld();
        world.Channel.Close(s_dm, 403, DiscordErrorCode.NoMutualGuild);
        await world.PlanAsync(1, DeliveryTarget.DmOf(Ada, orIn: Board));

        await world.SendDueAsync();

        Assert.Empty(world.Channel.Texts);
        Assert.Equal(DeliveryFailure.PersonGone, (await world.RowAsync(1)).Failure);
    }

    [Fact]
    public async Task Opening_DMs_too_fast_is_tried_again_and_is_no_reason_to_fall_back()
    {
        await using var world = new DeliveryWorld();
        world.Channel.Fail(ChannelOnDiscord.Refuses(403, DiscordErrorCode.OpeningDmsTooFast));
        await world.PlanAsync(1, DeliveryTarget.DmOf(Ada, orIn: Board));

        await world.SendDueAsync();
        await world.PassAsync(5);

        Assert.Equal(["note 1"], world.Channel.TextsIn(s_dm));
    }

    [Fact]
    public async Task A_DM_that_was_closed_after_an_unheard_of_arrival_does_not_double_the_message()
    {
        await using var world = new DeliveryWorld();
        world.Channel.Fail(ChannelOnDiscord.AnswerLost);
        await world.PlanAsync(1, DeliveryTarget.DmOf(Ada, orIn: Board));
        await world.SendDueAsync();

        world.Channel.Close(s_dm, 403, DiscordErrorCode.CannotSendToUser);
        await world.PassAsync(5);

        Assert.Equal("note 1", Assert.Single(world.Channel.Texts));
        Assert.Equal((DeliveryState.Sent, s_dm), ((await world.RowAsync(1)).State, (await world.RowAsync(1)).PostedIn));
    }
}
