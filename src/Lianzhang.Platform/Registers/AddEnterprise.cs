using Lianzhang.Core.Facts;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Registers an enterprise. What its class belongs to by the programme is taken where industry and share are not given.</summary>
/// <param name="Code">Its unified social credit code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Code of the region where it lies.</param>
/// <param name="From">The day from which all this holds.</param>
/// <param name="Gb">Class of GB/T 4754-2017.</param>
/// <param name="Industry">Code of the programme's industry.</param>
/// <param name="Sei">Share in the strategic emerging industries.</param>
/// <param name="Size">Code of the size tier.</param>
/// <param name="DespiteLikeness">That it is another one than those with a like name.</param>
public sealed record AddEnterprise(
    string Code, string Name, string Region, DateOnly From, string? Gb = null, string? Industry = null, SeiShare? Sei = null, string? Size = null, bool DespiteLikeness = false) : IRequest<EnterpriseCode>;

/// <summary>The code of the enterprise that was registered.</summary>
public sealed record EnterpriseCode(string Code);

internal sealed class AddEnterpriseSlice(LianzhangDb db, RegisterWords register, UnitBook book, TimeProvider time) : Slice<AddEnterprise, EnterpriseCode>
{
    private const int MostAlike = 5;

    public override Permission Permission { get; } = new("registers.edit", Changes: true);

    protected override Subject About(AddEnterprise request) => new(Region: request.Region);

    protected override Problem? Validate(AddEnterprise request) =>
        CreditCode.Fault(request.Code) is { } fault ? Problem.Invalid(($"统一社会信用代码有误：{fault.Zh}。", $"The credit code is wrong: {fault.In(Language.English)}.")) : null;

    protected override async Task<Answer<EnterpriseCode>> Handle(AddEnterprise request, CancellationToken cancel)
    {
        if (await register.Load(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        var code = CreditCode.Plain(request.Code);
        if (await db.Set<RegisteredUnit>().IgnoreQueryFilters().AnyAsync(unit => unit.Kind == UnitKind.Enterprise && unit.Code == code, cancel))
            return Problem.Invalid(($"代码 {code} 已登记。", $"{code} is registered already."));
        var values = Values(request, words);
        var check = new CheckAttributes(words, time.Today());
        if (check.Day(request.From) is { } day)
            return EnterpriseProblems.Of(day);
        foreach (var (attribute, value) in values)
        {
            if (check.Fault(attribute, value, request.From) is { } fault)
                return EnterpriseProblems.Of(fault);
        }

        if (!request.DespiteLikeness && await Alike(request.Name.Trim(), words, cancel) is { Count: > 0 } alike)
            return EnterpriseProblems.Alike(alike);
        return await Add(code, request, values, cancel);
    }

    private async Task<Answer<EnterpriseCode>> Add(string code, AddEnterprise request, IReadOnlyList<(string Attribute, string Value)> values, CancellationToken cancel)
    {
        var unit = new RegisteredUnit { Kind = UnitKind.Enterprise, Code = code, Name = request.Name.Trim(), Region = request.Region, RecordedAt = time.GetUtcNow() };
        db.Add(unit);
        await db.SaveChangesAsync(cancel);
        var pages = await book.Open(unit, cancel);
        foreach (var (attribute, value) in values)
            pages.Set(attribute, value, request.From);
        book.Note(unit.Id, ($"登记，自 {request.From:yyyy-MM-dd} 起", $"registered, from {request.From:yyyy-MM-dd} on"));
        return new EnterpriseCode(code);
    }

    private static List<(string Attribute, string Value)> Values(AddEnterprise request, UnitWords words)
    {
        var claim = request.Gb is { } gb ? new IndustryOfGb(words.Programme.Industries).Of(gb) : null;
        var share = request.Sei ?? SharesOfClaims.Of(claim);
        return [.. new (string Attribute, string? Value)[]
        {
            (UnitAttributes.Name, request.Name.Trim()),
            (UnitAttributes.Region, request.Region),
            (UnitAttributes.Industry, request.Industry ?? claim?.Industry),
            (UnitAttributes.Gb, request.Gb),
            (UnitAttributes.Sei, share == SeiShare.None ? null : share.ToString().ToLowerInvariant()),
            (UnitAttributes.Size, request.Size),
            (UnitAttributes.Status, "active"),
        }.Where(value => value.Value is not null).Select(value => (value.Attribute, value.Value!))];
    }

    // By what is its own in the name, which the name of another with it must hold.
    private async Task<List<OtherEnterprise>> Alike(string name, UnitWords words, CancellationToken cancel)
    {
        var names = new EnterpriseNames(words.Programme.Regions.Select(region => region.Name.Zh));
        var core = names.Core(name);
        var near = await db.Set<RegisteredUnit>().AsNoTracking().Where(unit => unit.Kind == UnitKind.Enterprise && unit.Name.Contains(core)).OrderBy(unit => unit.Code).Take(200).Select(unit => new OtherEnterprise(unit.Code, unit.Name)).ToListAsync(cancel);
        return [.. near.Where(other => names.Core(other.Name) == core).Take(MostAlike)];
    }
}

/// <summary>The share in the strategic emerging industries that a class stands for, until somebody knows better.</summary>
internal static class SharesOfClaims
{
    public static SeiShare Of(IndustryClaim? claim) => claim switch
    {
        null => SeiShare.None,
        { IsWhole: true } => SeiShare.Whole,
        _ => SeiShare.Part,
    };
}

/// <summary>Why something cannot be done with an enterprise.</summary>
internal static class EnterpriseProblems
{
    public static Problem Of(Text fault) => Problem.Invalid(($"{fault.Zh}。", $"{Capital(fault.In(Language.English))}."));

    public static Problem Alike(IReadOnlyList<OtherEnterprise> alike) => Problem.Invalid((
        $"已有名称相近的企业：{string.Join('、', alike.Select(other => $"{other.Name}（{other.Code}）"))}。如确为另一家，请勾选“不是同一家”后再提交。",
        $"There are enterprises with a like name: {string.Join(", ", alike.Select(other => $"{other.Name} ({other.Code})"))}. If it is another one, say so and send it again."));

    private static string Capital(string text) => text.Length == 0 ? text : $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
