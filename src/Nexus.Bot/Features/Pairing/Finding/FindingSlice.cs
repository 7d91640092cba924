using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Deliveries;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Pairing.Finding;

/// <summary>Finding a partner by oneself: who fits, asking them, and the end of it.</summary>
internal static class FindingSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Table(new PairAskTable())
            .Command<FindPartnerCommand>()
            .FollowUp<FindPartners>()
            .Button<MorePartnersButton>()
            .Command<InvitePartnerCommand>()
            .Button<InvitePartnerButton>()
            .Button<AcceptPairButton>()
            .Button<DeclinePairButton>()
            .Button<TakePairAskBackButton>()
            .Button<LookAtPairAskButton>()
            .Button<MetPartnerButton>()
            .Button<EndPairButton>()
            .Button<ResumePairButton>();
        slice.Services.AddSingleton<PartnerFinder>().AddSingleton<PairAskReasons>();
        slice.Services.AddScoped<PairAsking>().AddScoped<PairDesk>();
        slice.Services.AddSingleton<IDeliverySource, PairInvitationSource>().AddSingleton<IDeliverySource, PairDeclinedSource>()
            .AddSingleton<IDeliverySource, PairAgreedSource>().AddSingleton<IDeliverySource, PairEndedSource>();
    }
}
