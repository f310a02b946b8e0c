using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Judgement;

/// <summary>What an indicator came to in a period, in the target's unit.</summary>
public sealed record Actual(Period Period, decimal Value, FigureFlag Flag = FigureFlag.Final);
