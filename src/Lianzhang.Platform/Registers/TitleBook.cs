using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>The days, level and certificate of a title as somebody records them.</summary>
/// <param name="GrantedOn">The first day.</param>
/// <param name="ValidTo">The last day; by the title's own validity if left out.</param>
/// <param name="Level">Whose recognition it is; the title's only level if left out.</param>
/// <param name="Certificate">The number of the certificate.</param>
/// <param name="ReviewBy">The day by which it is reviewed; by the title's own rule if left out.</param>
public sealed record TitleEntry(DateOnly GrantedOn, DateOnly? ValidTo = null, TitleLevel? Level = null, string? Certificate = null, DateOnly? ReviewBy = null);

/// <summary>Keeps the rules that hold for every grant of a title, however it comes about.</summary>
internal sealed class TitleBook(LianzhangDb db, PublishedProgrammes programmes, UnitBook book, TimeProvider time)
{
    private const int LongestText = 200;

    public async Task<Programme?> Programme(CancellationToken cancel) => (await programmes.Find(null, cancel))?.Programme;

    /// <summary>The enterprise with a code, among those that the caller may see.</summary>
    public Task<RegisteredUnit?> Enterprise(string code, CancellationToken cancel) =>
        db.Set<RegisteredUnit>().SingleOrDefaultAsync(unit => unit.Kind == UnitKind.Enterprise && unit.Code == code.Trim(), cancel);

    /// <summary>The grant that counts under a number, with its enterprise; null when that is not seen.</summary>
    public async Task<(TitleGrant Grant, RegisteredUnit Unit)?> Find(long id, CancellationToken cancel)
    {
        if (await db.Set<TitleGrant>().SingleOrDefaultAsync(grant => grant.Id == id && grant.RetiredAt == null, cancel) is not { } grant)
            return null;
        return await db.Set<RegisteredUnit>().SingleOrDefaultAsync(unit => unit.Id == grant.UnitId, cancel) is { } unit ? (grant, unit) : null;
    }

    public static Problem NoGrant { get; } = Problem.NotFound(("没有这条称号记录，或已被更正，或不在您的权限范围内。", "There is no such grant within your rights, or it was corrected."));

    public static Problem NoEnterprise(string code) => Problem.NotFound(($"名录中没有 {code} 这家企业，或不在您的权限范围内。", $"There is no enterprise {code} within your rights."));

    public static Problem? Check(string? text) => text?.Length > LongestText ? Problem.Invalid(($"每项最多 {LongestText} 个字。", $"At most {LongestText} characters each.")) : null;

    /// <summary>The grant that an entry makes, or what is wrong with it.</summary>
    public Answer<TitleGrant> Made(RegisteredUnit unit, TitleDefinition title, TitleEntry entry)
    {
        var level = entry.Level ?? (title.Levels is [var only] ? only : null);
        if (level is not { } known || !title.Levels.Contains(known))
            return Problem.Invalid(($"请选择{title.Name.Zh}的认定层级：{string.Join('、', title.Levels.Select(one => TitleLevelWords.Of(one).Zh))}。", $"Choose a level of the title: {string.Join(", ", title.Levels.Select(one => TitleLevelWords.Of(one).En))}."));
        var validTo = entry.ValidTo ?? title.ValidTo(entry.GrantedOn);
        if (entry.GrantedOn > time.Today().AddYears(1))
            return Problem.Invalid(("认定日期不能晚于一年之后。", "The day of the grant lies more than a year ahead."));
        if (validTo < entry.GrantedOn)
            return Problem.Invalid(("到期日早于认定日期。", "It would end before it begins."));
        var review = entry.ReviewBy ?? title.ReviewBy(entry.GrantedOn);
        if (review < entry.GrantedOn || review > validTo)
            return Problem.Invalid(("复核日期应在有效期之内。", "The review must lie within the validity."));
        if (Check(entry.Certificate) is { } tooLong)
            return tooLong;
        return new TitleGrant
        {
            UnitId = unit.Id,
            Title = title.Code,
            Level = known.ToString().ToLowerInvariant(),
            Certificate = string.IsNullOrWhiteSpace(entry.Certificate) ? null : entry.Certificate.Trim(),
            GrantedOn = entry.GrantedOn,
            ValidTo = validTo,
            ReviewBy = review,
            RecordedAt = time.GetUtcNow(),
        };
    }

    /// <summary>Null when no other grant of the same title meets it in time.</summary>
    /// <param name="made">The grant.</param>
    /// <param name="title">Its title.</param>
    /// <param name="inPlaceOf">The grant that it takes the place of.</param>
    /// <param name="cancel">Ends the question.</param>
    public async Task<Problem?> Overlap(TitleGrant made, TitleDefinition title, long? inPlaceOf, CancellationToken cancel)
    {
        var others = await db.Set<TitleGrant>().AsNoTracking().Where(other => other.UnitId == made.UnitId && other.Title == made.Title && other.RetiredAt == null && other.Id != inPlaceOf).ToListAsync(cancel);
        if (others.Find(other => other.GrantedOn <= (made.LastDay ?? DateOnly.MaxValue) && (other.LastDay ?? DateOnly.MaxValue) >= made.GrantedOn) is not { } met)
            return null;
        return Problem.Conflict((
            $"该企业在{Span(met).Zh}已有{title.Name.Zh}称号；续期请用“续期”，记载有误请用“更正”。",
            $"The enterprise holds the title {Span(met).En}; renew it, or correct what is recorded."));
    }

    public void Note(RegisteredUnit unit, Text what) => book.Note(unit.Id, what);

    public static Text Span(TitleGrant grant) => grant.LastDay is { } last
        ? ($"{grant.GrantedOn:yyyy-MM-dd} 至 {last:yyyy-MM-dd}", $"from {grant.GrantedOn:yyyy-MM-dd} to {last:yyyy-MM-dd}")
        : ($"{grant.GrantedOn:yyyy-MM-dd} 起", $"from {grant.GrantedOn:yyyy-MM-dd} on");
}
