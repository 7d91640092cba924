using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Pairing.Finding;
using Nexus.Bot.Features.Pairing.Home;
using Nexus.Bot.Features.Pairing.Rounds;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Pairing;

/// <summary>Two people who fit: found by themselves, or in rounds.</summary>
internal static class PairingSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Noun("pair", "Pairs: somebody who fits to build and learn with")
            .Table(new PairTable())
            .Table(new PairMemberTable())
            .Command<ShowPairCommand>();
        slice.Services.AddSingleton<PairLife>();
        FindingSlice.Declare(slice);
        HomeSlice.Declare(slice);
        RoundsSlice.Declare(slice);
    }
}
