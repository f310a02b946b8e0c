using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>The words for what of the registers a value rests on.</summary>
public static class RegisterUseWords
{
    /// <summary>Null where it rests on published figures alone.</summary>
    public static Text? Of(RegisterUse use) => use switch
    {
        RegisterUse.None => null,
        RegisterUse.Register => ("登记册汇总", "counted from the registers"),
        RegisterUse.Generated => ("登记册汇总（生成数据）", "counted from the registers (generated data)"),
    };
}
