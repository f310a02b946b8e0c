using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A key that was made. Its secret is shown once and never stored.</summary>
public sealed record NewApiKey(Guid Id, string Name, string Secret);

/// <summary>Makes a key by which a machine acts within one of one's own roles.</summary>
/// <param name="Name">What it is for.</param>
/// <param name="Membership">The role.</param>
/// <param name="Permissions">Which of the role's rights.</param>
/// <param name="LastDay">The last day on which it works.</param>
public sealed record CreateApiKey(string Name, Guid Membership, IReadOnlyList<string> Permissions, DateOnly LastDay) : IRequest<NewApiKey>
{
    public override string ToString() => $"{Name}: {string.Join(' ', Permissions)}";
}

internal sealed class CreateApiKeySlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<CreateApiKey, NewApiKey>
{
    public const int MostDays = 366;
    private const int MostKeys = 20;

    public override Permission Permission { get; } = new("api-keys.create", Changes: true);

    protected override Problem? Validate(CreateApiKey request)
    {
        var today = time.Today();
        if (string.IsNullOrWhiteSpace(request.Name) || request.Permissions.Count == 0)
            return Problem.Invalid(("请填写用途并至少选一项权限。", "Say what the key is for and choose at least one right."));
        return request.LastDay < today || request.LastDay.DayNumber - today.DayNumber > MostDays
            ? Problem.Invalid(($"截止日期须在今天起 {MostDays} 天以内。", $"The last day lies within {MostDays} days from today."))
            : Lengths.Check(request.Name);
    }

    protected override async Task<Answer<NewApiKey>> Handle(CreateApiKey request, CancellationToken cancel)
    {
        var today = time.Today();
        // Of one's own roles, not of those that one holds as a deputy; and no key makes keys.
        if (caller.Rights.Grants.FirstOrDefault(grant => grant.Membership == request.Membership && grant.OnBehalfOf is null && grant.IsValid(today)) is not { } grant)
            return Problem.Invalid(("请从自己现有的角色中选。", "Choose one of the roles that you hold now."));
        if (request.Permissions.FirstOrDefault(permission => !grant.Permissions.Contains(permission) || permission.StartsWith("api-keys.", StringComparison.Ordinal)) is { } beyond)
            return Problem.Invalid(($"所选角色没有权限“{PermissionWords.Of(beyond).Zh}”，或该权限不能交给密钥。", $"The role does not hold the right to {PermissionWords.Of(beyond).En}, or no key may have it."));
        if (await db.Set<ApiKey>().CountAsync(key => key.AccountId == caller.Account && key.RevokedAt == null && key.LastDay >= today, cancel) >= MostKeys)
            return Problem.Invalid(($"最多同时有 {MostKeys} 个密钥，请先停用不用的。", $"At most {MostKeys} keys at once; revoke those that are not used."));
        var secret = ApiKey.NewSecret();
        var made = new ApiKey
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            AccountId = caller.Account,
            MembershipId = request.Membership,
            Name = request.Name.Trim(),
            Prefix = secret[..ApiKey.PrefixLength],
            Hash = ApiKey.HashOf(secret),
            Permissions = [.. request.Permissions.Distinct().Order(StringComparer.Ordinal)],
            CreatedAt = time.GetUtcNow(),
            LastDay = request.LastDay,
        };
        db.Add(made);
        return new NewApiKey(made.Id, made.Name, secret);
    }
}
