using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Indicators;

/// <summary>What boards would be by other definitions.</summary>
internal static class DefinitionsModule
{
    public static IServiceCollection AddDefinitions(this IServiceCollection services) => services
        .AddSlice<PreviewDefinitions, DefinitionPreview, PreviewDefinitionsSlice>()
        .AddSlice<ExportDefinitionPreview, BoardWorkbook, ExportDefinitionPreviewSlice>();
}
