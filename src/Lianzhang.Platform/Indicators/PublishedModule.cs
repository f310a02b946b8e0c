using Lianzhang.Core.Boards;
using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Indicators;

/// <summary>Boards of an instant, sealed and computed again.</summary>
internal static class PublishedModule
{
    public static IServiceCollection AddPublished(this IServiceCollection services) => services
        .AddScoped<SealBoard>()
        .AddSlice<GetProgrammeBoard, Board, GetProgrammeBoardSlice>()
        .AddSlice<PublishBoard, PublishedBoardId, PublishBoardSlice>()
        .AddSlice<ListPublishedBoards, PublishedBoards, ListPublishedBoardsSlice>()
        .AddSlice<GetPublishedBoard, RecomputedBoard, GetPublishedBoardSlice>()
        .AddSlice<ExportPublishedBoards, BoardWorkbook, ExportPublishedBoardsSlice>();
}
