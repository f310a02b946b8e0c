using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>Whether anything in the registers was made up for trial.</summary>
public sealed record GeneratedState(bool IsGenerated);

/// <summary>Asks whether the system holds made-up data. Everybody is told, so that nobody takes them for real.</summary>
public sealed record GetGeneratedData : IRequest<GeneratedState>;

internal sealed class GetGeneratedDataSlice(GeneratedData generated) : Slice<GetGeneratedData, GeneratedState>
{
    public override Permission Permission { get; } = new("registers.generated", Changes: false, For: Audience.Anyone);

    protected override async Task<Answer<GeneratedState>> Handle(GetGeneratedData request, CancellationToken cancel) => new GeneratedState(await generated.Any(cancel));
}
