using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Identity;

/// <summary>People, organisations, roles, and what follows from them: who may do what.</summary>
public static class IdentityModule
{
    public static IServiceCollection AddIdentity(this IServiceCollection services, SignInRules rules)
    {
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = rules.ShortestPassword;
                options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 5;
            })
            .AddUserStore<UserOnlyStore<Account, LianzhangDb, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, AccountToken, IdentityUserPasskey<Guid>>>()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<IdentityPasskeyOptions>(options => PasskeyRules.Configure(options, rules.PasskeyDomain));
        return services
            .AddSingleton(rules)
            .AddSingleton<RightsCache>()
            .AddSingleton<ReadRights>(FindRights.Of)
            .AddScoped<FindRights>()
            .AddScoped<Accounts>()
            .AddScoped<SecondFactor>()
            .AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>()
            .AddScoped<Grants>()
            .AddScoped<HeldRoles>()
            .AddScoped<RightHolders>()
            .AddScoped<HoldingOffices>()
            .AddScoped<Deputies>()
            .AddScoped<ApiKeys>()
            .AddSingleton<RecogniseApiKey>(FindApiKey.Of)
            .AddScoped<FindApiKey>()
            .AddScoped<FindOrganisations>()
            .AddScoped<PlanAccounts>()
            .AddScoped<PlanRoles>()
            .AddScoped<KeepRegions>()
            .AddScoped<OwnOrganisations>()
            .AddSlice<PrepareIdentity, FirstAccounts, PrepareIdentitySlice>()
            .AddSlice<PrepareDemo, DemoAccounts, PrepareDemoSlice>()
            .AddSlice<SignIn, SignInResult, SignInSlice>()
            .AddSlice<SignInWithProvider, SignInResult, SignInWithProviderSlice>()
            .AddSlice<ChangePassword, SignedInAccount, ChangePasswordSlice>()
            .AddSlice<SignOutEverywhere, Done, SignOutEverywhereSlice>()
            .AddSlice<GetTwoStep, TwoStep, GetTwoStepSlice>()
            .AddSlice<BeginTwoStep, AuthenticatorKey, BeginTwoStepSlice>()
            .AddSlice<ConfirmTwoStep, RecoveryCodes, ConfirmTwoStepSlice>()
            .AddSlice<TurnOffTwoStep, SignedInAccount, TurnOffTwoStepSlice>()
            .AddSlice<RenewRecoveryCodes, RecoveryCodes, RenewRecoveryCodesSlice>()
            .AddSlice<GetPasskeys, Passkeys, GetPasskeysSlice>()
            .AddSlice<BeginPasskey, PasskeyCeremony, BeginPasskeySlice>()
            .AddSlice<AddPasskey, Done, AddPasskeySlice>()
            .AddSlice<RemovePasskey, Done, RemovePasskeySlice>()
            .AddSlice<BeginPasskeySignIn, PasskeyCeremony, BeginPasskeySignInSlice>()
            .AddSlice<SignInWithPasskey, SignInResult, SignInWithPasskeySlice>()
            .AddSlice<GetOwnRights, OwnRights, GetOwnRightsSlice>()
            .AddSlice<GetProfile, Profile, GetProfileSlice>()
            .AddSlice<ListPeople, PeoplePage, ListPeopleSlice>()
            .AddSlice<GetPerson, PersonFile, GetPersonSlice>()
            .AddSlice<CreateAccount, HandOver, CreateAccountSlice>()
            .AddSlice<ResetPassword, HandOver, ResetPasswordSlice>()
            .AddSlice<CloseAccount, Done, CloseAccountSlice>()
            .AddSlice<PreviewAccounts, PeoplePreview, PreviewAccountsSlice>()
            .AddSlice<PreparePasswords, PreparedPasswords, PreparePasswordsSlice>()
            .AddSlice<ImportAccounts, AccountsMade, ImportAccountsSlice>()
            .AddSlice<PreviewRoles, PeoplePreview, PreviewRolesSlice>()
            .AddSlice<ImportRoles, PeoplePreview, ImportRolesSlice>()
            .AddSlice<ExportPeopleTemplate, PeopleWorkbook, ExportPeopleTemplateSlice>()
            .AddSlice<ListOrganisations, OrganisationPage, ListOrganisationsSlice>()
            .AddSlice<SetOrganisationDays, Done, SetOrganisationDaysSlice>()
            .AddSlice<ExportPeople, PeopleWorkbook, ExportPeopleSlice>()
            .AddSlice<ExportOrganisations, PeopleWorkbook, ExportOrganisationsSlice>()
            .AddSlice<ExportRoles, PeopleWorkbook, ExportRolesSlice>()
            .AddSlice<AddOrganisation, OrganisationId, AddOrganisationSlice>()
            .AddSlice<ListRoles, RoleList, ListRolesSlice>()
            .AddSlice<SetRolePermissions, Done, SetRolePermissionsSlice>()
            .AddSlice<GiveRole, Done, GiveRoleSlice>()
            .AddSlice<WithdrawRole, Done, WithdrawRoleSlice>()
            .AddSlice<FeedOwnRoles, WorkItems, FeedOwnRolesSlice>()
            .AddSlice<FeedAccounts, WorkItems, FeedAccountsSlice>()
            .AddSlice<CreateApiKey, NewApiKey, CreateApiKeySlice>()
            .AddSlice<ListOwnApiKeys, ApiKeyList, ListOwnApiKeysSlice>()
            .AddSlice<ListApiKeys, ApiKeyList, ListApiKeysSlice>()
            .AddSlice<RevokeOwnApiKey, Done, RevokeOwnApiKeySlice>()
            .AddSlice<RevokeApiKey, Done, RevokeApiKeySlice>()
            .AddSlice<NameDeputy, Done, NameDeputySlice>()
            .AddSlice<NameDeputyFor, Done, NameDeputyForSlice>()
            .AddSlice<EndDeputy, Done, EndDeputySlice>()
            .AddSlice<EndDeputyFor, Done, EndDeputyForSlice>();
    }

    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        api.MapGet("/profile", (Http http, HttpContext context) => http.Answer(new GetProfile(), context)).Produces<Profile>();
        api.MapGet("/people", (string? search, int? page, int? pageSize, Http http, HttpContext context) => http.Answer(new ListPeople(search, page ?? 1, pageSize ?? 50), context)).Produces<PeoplePage>();
        api.MapGet("/people/{id:guid}", (Guid id, Http http, HttpContext context) => http.Answer(new GetPerson(id), context)).Produces<PersonFile>();
        api.MapGet("/organisations", (string? search, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListOrganisations(search, Page: page ?? 1, PageSize: pageSize ?? 50), context)).Produces<OrganisationPage>();
        api.MapGet("/roles", (Http http, HttpContext context) => http.Answer(new ListRoles(), context)).Produces<RoleList>();
    }
}
