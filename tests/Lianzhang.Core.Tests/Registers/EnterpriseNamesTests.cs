using Lianzhang.Core.Registers;

namespace Lianzhang.Core.Tests.Registers;

public sealed class EnterpriseNamesTests
{
    private static readonly EnterpriseNames Names = new(["菏泽市", "牡丹区", "曹县"]);

    [Theory]
    [InlineData("菏泽市牡丹区晨鸣食品有限公司", "晨鸣食品")]
    [InlineData("菏泽晨鸣食品股份有限公司", "晨鸣食品")]
    [InlineData("晨鸣食品（菏泽）有限责任公司", "晨鸣食品菏泽")]
    [InlineData("晨鸣（集团）有限公司", "晨鸣")]
    [InlineData("曹县 ｗｏｏｄ 家具有限公司", "WOOD家具")]
    // Nothing of its own is left: the name as it is.
    [InlineData("菏泽有限公司", "菏泽有限公司")]
    public void What_is_its_own_is_left(string name, string core) => Assert.Equal(core, Names.Core(name));

    [Theory]
    [InlineData("晨鸣食品", "晨鸣食品", true)]
    [InlineData("晨鸣绿色食品", "晨鸣绿色食材", true)]
    [InlineData("晨鸣绿色食品", "晨鸣色绿食品", true)]
    [InlineData("晨鸣绿色食品", "晨鸣绿色食品厂", true)]
    // One letter of a short name makes another name.
    [InlineData("华星食品", "华兴食品", false)]
    [InlineData("晨鸣绿色食品", "晨光绿色食材", false)]
    public void One_slip_of_a_long_name_is_near(string core, string other, bool areNear)
    {
        Assert.Equal(areNear, EnterpriseNames.AreNear(core, other));
        Assert.Equal(areNear, EnterpriseNames.AreNear(other, core));
        // What is near is found by its keys.
        if (areNear)
            Assert.NotEmpty(EnterpriseNames.Keys(core).Intersect(EnterpriseNames.Keys(other)));
    }
}
