"""What every answer carries, whoever made it."""

import pytest
from django.contrib.auth import get_user_model
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path

from diplomacy.middleware import CONTENT_SECURITY_POLICY, SecurityHeadersMiddleware

pytestmark = pytest.mark.django_db

ON_EVERY_ANSWER = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}

urlpatterns = [path("", lambda request: 1 / 0)]


def assert_headers(response, status):
    assert response.status_code == status
    assert {name: response.headers.get(name) for name in ON_EVERY_ANSWER} == ON_EVERY_ANSWER


def test_a_page_carries_them(client):
    assert_headers(client.get("/admin/login/"), 200)


def test_a_page_that_is_not_there_carries_them(client):
    assert_headers(client.get("/no-such-page/"), 404)


def test_a_static_file_carries_them(client):
    assert_headers(client.get("/static/admin/css/base.css"), 200)


def test_an_answer_to_a_wrong_host_carries_them(client):
    assert_headers(client.get("/admin/login/", headers={"host": "elsewhere.example"}), 400)


@pytest.mark.urls("tests.test_headers")
def test_a_failure_carries_them(client):
    client.raise_request_exception = False
    assert_headers(client.get("/"), 500)


def test_a_static_file_is_not_offered_to_other_sites(client):
    assert "Access-Control-Allow-Origin" not in client.get("/static/admin/css/base.css").headers


def test_a_public_site_asks_for_encrypted_addresses_only(settings):
    settings.HTTPS = True
    response = SecurityHeadersMiddleware(lambda request: HttpResponse())(RequestFactory().get("/"))
    assert response.headers["Content-Security-Policy"] == f"{CONTENT_SECURITY_POLICY}; upgrade-insecure-requests"


def test_a_page_may_have_a_policy_of_its_own():
    own = HttpResponse(headers={"Cross-Origin-Resource-Policy": "cross-origin"})
    response = SecurityHeadersMiddleware(lambda request: own)(RequestFactory().get("/"))
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"


@pytest.mark.parametrize("address", ["/admin/", "/admin/no-such-page/", "/no-such-page/"])
def test_what_staff_see_is_kept_by_no_cache(client, address):
    client.force_login(get_user_model().objects.create_superuser("staff"))
    assert client.get(address).headers["Cache-Control"] == "private, no-store"


def test_the_sign_in_page_is_kept_by_no_cache(client):
    directives = set(client.get("/admin/login/").headers["Cache-Control"].split(", "))
    assert {"private", "no-store"} <= directives


def test_reading_sets_no_cookie(client):
    assert client.get("/no-such-page/").cookies == {}
