namespace Nexus.Bot.Tests.Stories;

public sealed class PartnerStories
{
    [Fact]
    public async Task Ada_says_who_she_is_finds_Bo_and_asks_him_and_the_two_get_a_thread_which_they_end_and_take_back()
    {
        await using var world = await SandboxWorld.StartAsync();
        var (ada, bo, rosa) = (world.As("ada"), world.As("bo"), world.As("rosa"));
        foreach (var person in new[] { ada, bo })
        {
            await person.RunAsync("profile set");
            var form = await person.PressAsync("Interests…");
            await person.SubmitAsync(form.Modal!.ModalId, new { interests = "graphql" });
            await person.PressAsync("Hours…");
            await person.SelectAsync("profiles.pick.v1", "weekday evenings");
        }

        await ada.RunAsync("pair find");
        var found = Assert.Single(await world.WaitForAsync(ada, "general", "Who fits you"));
        Assert.Contains($"**1.** <@{bo.User.Id}>\n• covers frontend\n• you share **20 hours** in the coming week: ", found, StringComparison.Ordinal);
        Assert.Contains("• you both like GraphQL", found, StringComparison.Ordinal);
        Assert.DoesNotContain(world.As("mira").User.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), found, StringComparison.Ordinal);
        var asked = await ada.PressAsync("Invite");
        Assert.True(asked.Ephemeral);
        Assert.StartsWith($"✉️ I asked <@{bo.User.Id}>.", asked.Text, StringComparison.Ordinal);

        var invitation = Assert.Single(await world.WaitForAsync(bo, "dm", "Somebody would like to be a pair with you"));
        Assert.Contains($"<@{ada.User.Id}> asks you to build and learn together, just the two of you.\n• covers backend\n", invitation, StringComparison.Ordinal);
        await world.RestartBotAsync();
        Assert.StartsWith($"🎉 You and <@{ada.User.Id}> are a pair now.", (await bo.PressAsync("Accept")).Text, StringComparison.Ordinal);

        const string place = "Ada Obi and Bo Lindqvist";
        await world.WaitForChannelAsync(ada, place);
        await world.WaitForChannelAsync(bo, place);
        var opener = Assert.Single(await world.WaitForAsync(bo, place, "Your first week"));
        Assert.Contains($"<@{ada.User.Id}> · backend", opener, StringComparison.Ordinal);
        Assert.Contains("🕑 You share 20 hours in the coming week, by each one's own clock:", opener, StringComparison.Ordinal);
        Assert.DoesNotContain(rosa.Channels(), channel => channel.Name == place);
        await bo.In(place).PressAsync("We met");
        await world.WaitForAsync(ada, place, "2. ✅ Meet for half an hour");

        await ada.RunAsync("pair show");
        Assert.StartsWith($"🏁 Your pair with <@{bo.User.Id}> has ended.", (await ada.PressAsync("End this pair")).Text, StringComparison.Ordinal);
        await world.WaitForAsync(bo, place, $"🏁 <@{ada.User.Id}> ends this pair.");
        Assert.StartsWith("🔁 The pair goes on", (await bo.In(place).PressAsync("Take it back")).Text, StringComparison.Ordinal);
        Assert.Contains($"• <@{bo.User.Id}>, since", (await ada.RunAsync("pair show")).Text, StringComparison.Ordinal);
    }
}
