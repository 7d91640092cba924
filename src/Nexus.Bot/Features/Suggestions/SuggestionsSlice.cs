using Microsoft.Extensions.DependencyInjection;
using Nexus.Bot.Features.Shared;
using Nexus.Bot.Routing;

namespace Nexus.Bot.Features.Suggestions;

/// <summary>How members change the hub: they propose, mentors decide, and every state is kept.</summary>
internal static class SuggestionsSlice
{
    public static void Declare(SliceBuilder slice)
    {
        slice.Command<SuggestChangeCommand>()
            .Command<ListMySuggestionsCommand>()
            .Command<ShowQueueCommand>()
            .Command<ShowHistoryCommand>()
            .Command<ExportPagesCommand>()
            .Button<ChangePageButton>()
            .Button<NewPageButton>()
            .Select<ChoosePartSelect>()
            .Modal<WritePageModal>()
            .Modal<ChangePartModal>()
            .Button<EditAgainButton>()
            .Button<PageQueueButton>()
            .Button<PageMineButton>()
            .Button<OpenSuggestionButton>()
            .Button<PreviewSuggestionButton>()
            .Button<PreviewSectionButton>()
            .Button<ApproveSuggestionButton>()
            .Button<DeclineSuggestionButton>()
            .Modal<DeclineSuggestionModal>()
            .Button<RewriteSuggestionButton>()
            .Button<WithdrawSuggestionButton>()
            .Button<PageHistoryButton>()
            .Button<OpenRevisionButton>()
            .Button<AskRevertButton>()
            .Button<RevertPageButton>()
            .Button<KeepPageButton>()
            .Button<OpenConflictButton>()
            .Button<SettleConflictButton>()
            .FollowUp<TellOfSuggestion>()
            .FollowUp<LogRevision>()
            .Table(new SuggestionDraftTable());
        slice.Services.AddScoped<SuggestionDesk>();
        slice.Services.AddScoped<SuggestionRights>();
    }
}
