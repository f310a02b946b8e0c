using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;

namespace Lianzhang.Web.Pages.Programmes;

/// <summary>How pages word changed programmes.</summary>
internal static class DraftWords
{
    public static Text State(ProgrammeDraftView draft) => draft.IsNext ? ("待发布", "waiting") : ("须重新调整", "to be made again");
}
