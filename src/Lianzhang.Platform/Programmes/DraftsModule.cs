using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Programmes;

/// <summary>Changed programmes on their way into force.</summary>
internal static class DraftsModule
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddScoped<DraftBook>()
        .AddSlice<DraftProgramme, ProgrammeDraftView, DraftProgrammeSlice>()
        .AddSlice<ListProgrammeDrafts, ProgrammeDrafts, ListProgrammeDraftsSlice>()
        .AddSlice<PublishDraft, ProgrammeVersionView, PublishDraftSlice>()
        .AddSlice<DropDraft, Done, DropDraftSlice>()
        .AddSlice<PackProgrammeFiles, ProgrammeArchive, PackProgrammeFilesSlice>();
}
