using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>Finds files that await their confirmation, each for whoever uploaded it alone.</summary>
internal sealed class OwnDrafts(LianzhangDb db, CurrentCaller caller)
{
    public async Task<Answer<FigureDraft>> Find(Guid id, CancellationToken cancel) =>
        await db.Set<FigureDraft>().SingleOrDefaultAsync(draft => draft.Id == id && draft.Uploader == caller.Caller.Account, cancel) is { } draft
            ? draft
            : Problem.NotFound(("待导入的文件不存在，可能已经导入或超过一天，请重新上传。", "The file is not there: it was imported already, or a day has passed. Upload it again."));
}
