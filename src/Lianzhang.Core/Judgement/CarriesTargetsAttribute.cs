namespace Lianzhang.Core.Judgement;

/// <summary>
/// Marks a type that tells a target. By law no target is shown to those who report, so that nothing an enterprise may ask for
/// leads to such a type.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class CarriesTargetsAttribute : Attribute;
