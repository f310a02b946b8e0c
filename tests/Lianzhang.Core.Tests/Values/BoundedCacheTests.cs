using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Values;

public sealed class BoundedCacheTests
{
    [Fact]
    public void What_was_computed_is_kept_until_it_is_full()
    {
        var computed = new List<int>();
        var cache = new BoundedCache<int, int>(2);
        foreach (var key in new[] { 1, 1, 2, 1, 3, 1 })
        {
            Assert.Equal(key * 10, cache.GetOrAdd(key, one =>
            {
                computed.Add(one);
                return one * 10;
            }));
        }

        // With the third key it begins anew.
        Assert.Equal([1, 2, 3, 1], computed);
    }
}
